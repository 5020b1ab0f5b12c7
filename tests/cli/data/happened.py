# SPDX-License-Identifier: GPL-3.0-or-later
"""happened.py FILE: twelve weeks of two papers, one English and one German, in which something happens.

A quake and, three weeks later, what was rebuilt; a take-over; a German trial. Around them: what fills papers every day, a
column under the same words each week, and a live blog of matches.
"""
import datetime
import json
import sys

WORDS = ("garden weather museum bicycle kitchen library harbour school theatre market railway orchard bridge chess poetry bakery "
         "festival choir sailing pottery").split()
WOERTER = "Garten Wetter Museum Fahrrad Küche Bücherei Hafen Schule Theater Markt Bahn Obst Brücke Schach Lyrik".split()
CLUBS = "Arden Borley Corby Denham Elmley Farley Garton Henley Ilford Jarrow Kelso Lamley Marden Norley".split()
# (day, language, title, body)
HAPPENED = [
    (38, "en", "Quake of magnitude seven shakes Zembla capital", "A quake shook the capital. President Orla Xarqu said in Zembla that the army helps."),
    (38, "en", "Zembla quake kills dozens in the capital", "Dozens died in the quake. Orla Xarqu asked the Zembla Grain Board (ZGB) for food."),
    (39, "en", "Zembla capital searches rubble after quake", "The quake left rubble. Xarqu said that people in Zembla need tents after the quake."),
    (39, "en", "Rescuers dig after Zembla quake", "Rescuers dig after the quake in Zembla. President Xarqu thanked them, and the ZGB sent food."),
    (59, "en", "Zembla rebuilds capital after quake", "After the quake the capital is rebuilt. People in Zembla wait. Orla Xarqu said that rebuilding takes years."),
    (59, "en", "Rebuilding of Zembla capital begins after quake", "Rebuilding after the quake began. Orla Xarqu opened a school in Zembla."),
    (60, "en", "Zembla capital: quake rebuilding plan told", "The plan of rebuilding after the quake is told. The ZGB pays in Zembla."),
    (45, "en", "Vexil Ltd bids for rival Quorn Foods", "The bid of Vexil Ltd for Quorn Foods is high. They talk in Vienna. Shares of Vexil rose, and Vexil shares are dear."),
    (45, "en", "Quorn Foods weighs bid by Vexil", "Quorn Foods weighs the bid by Vexil Ltd. So far Vexil shares rose on the bid, in Vienna as well."),
    (46, "en", "Quorn Foods rejects bid by Vexil", "The bid by Vexil Ltd was rejected by Quorn Foods; Vexil shares fell."),
    (52, "de", "Prozess gegen Bürgermeister Meier in Musterstadt beginnt", "Der Prozess gegen den Bürgermeister Meier beginnt. Das Gericht sah Paul Meier den Saal verlassen. Die Muster GmbH schwieg."),
    (52, "de", "Bestechung: Prozess gegen Meier eröffnet", "Der Prozess gegen Herrn Meier wegen Bestechung ist eröffnet. Bürgermeister Paul Meier schwieg, die Muster GmbH auch."),
    (53, "de", "Meier sagt im Prozess um Bestechung aus", "Im Prozess um Bestechung sagt Bürgermeister Paul Meier aus. Die Muster GmbH habe gezahlt, so die Anklage."),
    (53, "de", "Prozess gegen Meier: Muster GmbH soll gezahlt haben", "Die Muster GmbH soll Bestechung gezahlt haben, so im Prozess gegen Bürgermeister Meier."),
]


def around(day):
    one, other, third = (WORDS[(day * step + 3) % len(WORDS)] for step in (1, 7, 11))
    yield "en", f"A day for {one} and {other}", f"In the {third} they talked of {one}, and of {other} too; it was a quiet day {day}."
    eins, zwei = (WOERTER[(day * step + 2) % len(WOERTER)] for step in (1, 4))
    yield "de", f"Ein Tag für {eins} und {zwei}", f"Man sprach über {eins} und auch über {zwei}; es war ein ruhiger Tag, der Tag {day}."
    if day % 7 == 3:
        yield "en", "Letters to the editor this week", f"Readers write of {one}, of {other} and of {third}."
    if day % 7 == 5:
        home, guest = CLUBS[day % len(CLUBS)], CLUBS[(day * 3 + 1) % len(CLUBS)]
        yield "en", f"{home} v {guest}: Premier League – live!", f"Minute by minute, {home} against {guest}, with {one}."


first = datetime.date(2024, 1, 1)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    for day in range(84):
        told = list(around(day)) + [each[1:] for each in HAPPENED if each[0] == day]
        for number, (language, title, body) in enumerate(told):
            article = {"id": f"{day}-{number}", "title": title, "body": body, "language": language,
                       "published": (first + datetime.timedelta(day)).isoformat(), "source": {"en": "The Courier", "de": "Der Bote"}[language]}
            print(json.dumps(article, ensure_ascii=False), file=file)
