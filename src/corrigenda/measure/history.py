"""One true history a world: states, offices, people and their terms day by day, and the reference that tells of them."""

from __future__ import annotations

from random import Random

from corrigenda.measure.vocabulary import SIGNS
from corrigenda.measure.words import MadeUpWords
from corrigenda.measure.world import EVER, NEVER, Days, Term, World, pick, span_of, write_day

YEAR = 365


def draw_reference(world: World, rng: Random, words: MadeUpWords) -> None:
    """Draw states, bodies, offices with all their holders, a programme that was renamed, and what happened to it."""
    written = world.written[0]
    for letter in "ab":
        land = words.word()
        state = world.add("actors", f"state-{letter}", "state", label=land, kind="state")
        capital = world.add("actors", f"capital-{letter}", "capital", label=words.word(), kind="place", state=state, place_kind="city")
        town = world.add("actors", f"town-{letter}", "town", label=words.word(), kind="place", state=state, place_kind="city")
        body = world.add("actors", f"ministry-{letter}", "body", label=f"Ministry of Sea Defence of {land}", kind="body", state=state)
        currency, sign = SIGNS[letter]
        for number, shown in enumerate(("$", sign)):
            world.add("signs", f"{currency.lower()}-{number}", sign=shown, currency=currency, state=state)
        for actor in (state, capital, town, body):
            _name(world, actor, world.cell("actors", actor, "label"))
        people = [_person(world, rng, words, f"{letter}{n}", state, written) for n in range(6)]
        if letter == "a":
            dead = _person(world, rng, words, "dead", state, written)
            world.row("actors", dead)["existed_to"] = write_day(written - rng.randrange(12, 20) * YEAR)
            world.roles["dead"] = [dead]
            world.roles["person"].remove(dead)
        _offices(world, rng, state, body, land, letter, people)
    _programmes(world, rng, words, written)
    _documents(world, rng, words, written)
    for n in range(2):
        paper = world.add("actors", f"paper-{n}", "paper", label=f"{words.word()} Herald", kind="body", state=world.roles["state"][0])
        _name(world, paper, world.cell("actors", paper, "label"))


def _name(world: World, actor: str, name: str, **cells: str) -> str:
    count = len(world.rows.get("names", {}))
    return world.add("names", f"name-{count:03}", "name", actor_id=actor, name=name, language="en", **{"rank": "primary", **cells})


def _person(world: World, rng: Random, words: MadeUpWords, name: str, state: str, written: int) -> str:
    """Draw a person; every third one is Japanese, with a name that two systems write differently."""
    is_japanese = name.endswith(("2", "5"))
    namesakes = world.roles["namesake"]
    given, (family, kunrei) = words.plain() if is_japanese else words.word(), words.japanese() if is_japanese else (words.word(), "")
    if name == "b1":
        # Two people of one family name, in two states.
        family = world.cell("actors", namesakes[0], "label").split()[-1]
    birth = written - rng.randrange(66, 80) * YEAR
    precision = pick(rng, {"day": 6, "month": 1, "year": 3})
    cells = {"label": f"{given} {family}", "kind": "person", "state": state, "existed_from": write_day(birth, precision)}
    person = world.add("actors", f"person-{name}", "person", **cells)
    if name in ("a1", "b1"):
        namesakes.append(person)
    key = _name(world, person, f"{given} {family}", **({"romanisation": "hepburn"} if is_japanese else {}))
    if name == "a0":
        # A second spelling that is right as well.
        _name(world, person, f"{given} {family[:-1]}h{family[-1]}", rank="secondary")
        world.roles["two-spellings"] = [person]
    if is_japanese:
        world.roles["japanese"].append(person)
        world.roles["kunrei"].append(f"{person}={given} {kunrei}={key}")
    return person


def _offices(world: World, rng: Random, state: str, body: str, land: str, letter: str, people: list[str]) -> None:
    """Draw a head of state, a minister who is a member of the cabinet, and an office that was given another title."""
    written = world.written[0]
    changed = written - rng.randrange(6, 14) * YEAR
    cabinet = world.add("offices", f"{letter}/cabinet", "cabinet", label=f"Member of the Cabinet of {land}", state=state, holders="several")
    head = world.add("offices", f"{letter}/president", "head", label=f"President of {land}", state=state, holders="one")
    minister = world.add(
        "offices",
        f"{letter}/minister",
        "minister",
        label=f"Minister of Sea Defence of {land}",
        state=state,
        body=body,
        broader=cabinet,
        holders="one",
    )
    before = world.add(
        "offices",
        f"{letter}/warden",
        "old-office",
        label=f"Warden of the Coast of {land}",
        state=state,
        holders="one",
        existed_to=write_day(changed),
    )
    after = world.add(
        "offices", f"{letter}/guardian", "new-office", label=f"Guardian of the Coast of {land}", state=state, holders="one",
        existed_from=write_day(changed),
    )  # fmt: skip
    world.wider[minister] = cabinet
    as_of = written + rng.choice((-40, 30, 200, 500))
    since = written - rng.randrange(22, 26) * YEAR
    # An office of several: terms that run beside each other, of somebody who holds no narrower one.
    for number, person in enumerate((people[2], people[1]), 1):
        _term(world, rng, cabinet, person, number + 1, (written - (9 - number) * YEAR, written - number * 300), ("day", "day"), as_of)
    _terms(world, rng, head, [people[0], people[1], people[0], people[2], people[1]], since, as_of)
    _terms(world, rng, minister, [people[3], people[4], people[5], people[3]], since + 100, as_of)
    _terms(world, rng, before, [people[4], people[5]], changed - 9 * YEAR, as_of, until=changed)
    _terms(world, rng, after, [people[5], people[3]], changed, as_of)
    for person in people:
        name = person.rsplit("/", 1)[1]
        world.add("completeness", f"all-of-{name}", actor_id=person, since=write_day(written - 80 * YEAR), until=write_day(as_of))
    for office in (head, minister):
        world.add(
            "completeness",
            f"all-{office.rsplit('/', 1)[1]}-{letter}",
            "complete",
            office_id=office,
            since=write_day(since),
            until=write_day(as_of),
        )


def _terms(world: World, rng: Random, office: str, people: list[str], since: int, as_of: int, until: int = EVER) -> None:
    """Let people follow one another in an office: on the day of handover, on the next day, after a gap, or with a stand-in between.

    The last one closes the office with `until`, or is in it still on `as_of`. Both sides of a change are mostly told as
    exactly as one another, for one source tells both.
    """
    last = min(until, as_of)
    step = (last - since) // len(people)
    start, exact = since, _exactness(rng)
    for number, person in enumerate(people, 1):
        is_last = number == len(people)
        if is_last and until == EVER:
            _term(world, rng, office, person, number, (start, None), (exact, ""), as_of)
            return
        end = last if is_last else since + step * number + rng.randrange(-step // 4, step // 4)
        left = _exactness(rng)
        _term(world, rng, office, person, number, (start, end), (exact, left), as_of)
        exact = left if rng.random() < 0.95 else "day"
        manner = pick(rng, {"handover": 4, "next day": 3, "gap": 2, "stand-in": 1})
        start = end + {"handover": 0, "next day": 1, "stand-in": 61}.get(manner, rng.randrange(20, 200))
        if manner == "stand-in" and not is_last:
            standing = people[(number + 1) % len(people)]
            _term(world, rng, office, standing, 10 * number, (end + 1, end + 60), (exact, exact), as_of, acting="true")


def _exactness(rng: Random) -> str:
    return pick(rng, {"day": 7, "month": 2, "year": 1})


def _term(
    world: World,
    rng: Random,
    office: str,
    person: str,
    number: int,
    days: tuple[int, int | None],
    exact: tuple[str, str],
    as_of: int,
    **cells: str,
) -> None:
    """Tell a term as exactly as its source does; no last day leaves it open, and of some first terms no start or end is known."""
    first, last = days
    start, start_days = write_day(first, exact[0]), span_of(first, exact[0])
    end_days: Days
    if number == 1 and rng.random() < 0.2:
        start, start_days = "", (NEVER, EVER)
    if last is None:
        cells, end_days = {**cells, "end_state": "open", "as_of": write_day(as_of)}, (as_of, EVER)
    elif number == 1 and rng.random() < 0.1:
        cells, end_days = {**cells, "end_state": "unknown"}, (NEVER, EVER)
    else:
        cells, end_days = {**cells, "end_state": "closed", "end": write_day(last, exact[1])}, span_of(last, exact[1])
    key = world.add("tenures", f"{office.split('/', 1)[1]}/{number}", "tenure", actor_id=person, office_id=office, start=start, **cells)
    world.terms.append(Term(key, person, office, start_days, end_days))


def _programmes(world: World, rng: Random, words: MadeUpWords, written: int) -> None:
    """Draw three programmes of one kind: the first was renamed, and was joined first; a weapon with a technical name; amounts; a report."""
    states = world.roles["state"]
    category = world.add(
        "categories",
        "joins",
        "category",
        definition="A state joins a programme of sea defence",
        kind_id="join-programme",
        topic="sea-defence",
    )
    world.add("completeness", "all-joins", category_id=category, since=write_day(written - 30 * YEAR), until=write_day(written + 10))
    day = written - rng.randrange(15, 20) * YEAR
    for number in range(3):
        label = f"{words.word()} Shield"
        since = write_day(day - 2 * YEAR)
        told = {"label": label, "kind": "programme", "state": states[1], "topic": "sea-defence", "existed_from": since}
        programme = world.add("actors", f"programme-{number}", "programme", **told)
        known = {"label": f"{label} is joined", "kind_id": "join-programme", "about": programme, "day": write_day(day)}
        joined = world.add("milestones", f"joined-{number}", "joined", known_from=write_day(day), **known)
        world.add("participants", f"joined-{number}/a", milestone_id=joined, actor_id=states[0], part="agent")
        if number == 0:
            renamed = day + 3 * YEAR
            _name(world, programme, f"{words.word()} Fence", used_to=write_day(renamed), superseded=write_day(renamed), rank="secondary")
            world.roles["old-name"] = [world.roles["name"][-1]]
            _name(world, programme, label, used_from=write_day(renamed))
            world.roles["new-name"] = [world.roles["name"][-1]]
        else:
            _name(world, programme, label)
        amount = rng.randrange(11, 99) * 10 ** rng.choice((8, 9)) + rng.randrange(1, 9) * 10**7
        stated = write_day(day + YEAR)
        cells = {"measure": "cost", "about": programme, "extent": "total", "amount": str(amount), "currency": "USD"}
        world.add("figures", f"cost-{number}", "figure", label=f"cost of {label}", day=stated, known_from=stated, **cells)
        day += rng.randrange(3, 5) * YEAR
    weapon = world.add("actors", "weapon", "weapon", label=f"{words.word()} Mark IV", kind="weapon", topic="sea-defence")
    _name(world, weapon, world.cell("actors", weapon, "label"))


def _documents(world: World, rng: Random, words: MadeUpWords, written: int) -> None:
    """Draw a treaty of two states, a charter and a law, each with who signed it and when, the treaty with where.

    Only somebody in office signs.
    """
    for word, kind, count in (("treaty", "signing-of-document", 2), ("charter", "signing-of-document", 1), ("law", "law", 1)):
        date, signers = _signers(world, rng, written, count)
        label = f"{words.word()} {word.capitalize()}"
        document = world.add("actors", word, word, label=label, kind="programme")
        _name(world, document, label)
        day = write_day(date)
        known = {"label": f"{label} is signed", "kind_id": kind, "about": document, "day": day, "known_from": day}
        signed = world.add("milestones", f"{word}-signed", f"{word}-signed", **known)
        for part, signer in zip(("agent", "counterpart"), signers, strict=False):
            world.add("participants", f"{word}-signed/{part}", milestone_id=signed, actor_id=signer, part=part)
        if word == "treaty":
            world.add("participants", f"{word}-signed/place", milestone_id=signed, actor_id=world.roles["capital"][0], part="place")


def _signers(world: World, rng: Random, written: int, count: int) -> tuple[int, list[str]]:
    """Draw a day, and for each of so many states somebody who surely was in an office of it on that day."""
    while True:
        day = written - rng.randrange(300, 9 * YEAR)
        holders = [
            sorted(
                {t.actor_id for t in world.terms if t.held[0] <= day <= t.held[1] and world.cell("offices", t.office_id, "state") == state}
            )
            for state in world.roles["state"][:count]
        ]
        if all(holders):
            return day, [rng.choice(people) for people in holders]
