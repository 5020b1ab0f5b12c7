// SPDX-License-Identifier: GPL-3.0-or-later
/** Everything of libtidings: dated articles in, themes and their movement out. */
#ifndef TIDINGS_TIDINGS_H
#define TIDINGS_TIDINGS_H

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/inspect.h>
#include <tidings/monitor.h>
#include <tidings/options.h>
#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/sample.h>
#include <tidings/score.h>
#include <tidings/verify.h>
#include <tidings/version.h>

#endif
