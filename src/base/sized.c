// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sized.h"

#include <string.h>

#include "base/error.h"

static size_t size_of(const void *given)
{
    size_t size;
    memcpy(&size, given, sizeof size);
    return size;
}

int tdg_sized_read(void *own, size_t size, const void *given, struct tdg_error *error)
{
    size_t given_size = size_of(given);
    if (given_size < sizeof given_size)
        return tdg_fail(error, TDG_EINVAL, "a structure was passed without its size");
    for (size_t i = size; i < given_size; i++)
        if (((const unsigned char *)given)[i])
            return tdg_fail(error, TDG_EINVAL, "this needs a newer version of the library");
    memset(own, 0, size);
    memcpy(own, given, given_size < size ? given_size : size);
    return TDG_OK;
}

void tdg_sized_write(void *given, const void *own, size_t size)
{
    size_t room = size_of(given) < size ? size_of(given) : size;
    if (room > sizeof(size_t))
        memcpy((char *)given + sizeof(size_t), (const char *)own + sizeof(size_t),
               room - sizeof(size_t));
}
