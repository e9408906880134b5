"""Who the names of a text are, taken together: a surname is the person named in full, a title alone its last bearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corrigenda.drafting.names.printed_title import Title
from corrigenda.drafting.names.proper_names import Name, find_names
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.names.titles import find_title, link_office
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.values.names import fold

_RELATIVES = frozenset(
    ("daughter", "son", "wife", "husband", "brother", "sister", "father", "mother", "widow", "widower", "uncle", "aunt", "cousin", "niece",
     "nephew", "grandson", "granddaughter", "twin")
)  # fmt: skip
_THINGS = frozenset(("programme", "program", "project", "initiative", "system", "plan", "scheme"))


@dataclass(frozen=True)
class Person:
    """Hold a name as an actor of the text: what it is, who is meant, its title, and the office that the title means."""

    name: Name
    title: Title | None = None
    office_id: str = ""
    form: str = "name"


@dataclass
class Cast:
    """Hold everybody and everything that a text names, by sentence, and who the reference does not know."""

    people: list[list[Person]] = field(default_factory=list)
    unknown: dict[str, tuple[str, str]] = field(default_factory=dict)


def gather_cast(sentences: Sequence[Sentence], reference: KnownNames, lexicon: Lexicon) -> Cast:
    """Find the names of a text with their titles, and settle which of them are one person."""
    names = [find_names(number, sentence.tokens, reference, lexicon) for number, sentence in enumerate(sentences)]
    names = [
        [_seen_as_person(name, found, sentence, reference, lexicon) for name in found]
        for sentence, found in zip(sentences, names, strict=True)
    ]
    full = _full_names(names, sentences)
    cast = Cast()
    for sentence, found in zip(sentences, names, strict=True):
        settled = [_settle(name, full, sentence, found, reference, lexicon) for name in found]
        people = [_with_title(name, settled, sentence, reference, lexicon) for name in settled if name.kind or name.actor_id]
        people = _without_inner(_share_titles(people, sentence, reference, lexicon))
        cast.people.append(people)
        for person in people:
            _note_unknown(cast, person, sentence)
    _name_titles_alone(cast, sentences, lexicon)
    _name_things_again(cast, sentences, lexicon)
    return cast


def _seen_as_person(name: Name, found: Sequence[Name], sentence: Sentence, reference: KnownNames, lexicon: Lexicon) -> Name:
    """Take an unknown name for that of a person where a title, an age or a verb of saying is printed with it."""
    if name.kind or not 2 <= len(name.words) <= 4:
        return name
    tokens = sentence.tokens
    title = find_title(tokens, name, found, reference, lexicon)
    says = name.last < len(tokens) and _says(lexicon, tokens, name.last)
    said = name.first > 0 and _says(lexicon, tokens, name.first - 1) and (name.first < 2 or tokens[name.first - 2].text in ",\"”’'")
    age = name.last + 2 < len(tokens) and tokens[name.last].text == "," and tokens[name.last + 1].text.isdigit()
    return replace(name, kind="person") if title or says or said or age else name


def _says(lexicon: Lexicon, tokens: Sequence[object], place: int) -> bool:
    cue = lexicon.match("saying", tokens, place)  # type: ignore[arg-type]
    return cue is not None and cue[0].means in ("past", "present")


def _full_names(names: Sequence[Sequence[Name]], sentences: Sequence[Sentence]) -> dict[str, list[Name]]:
    """Return the people who are named by more than a surname, by the last word of their names, each once.

    Of a family it is the one whom the text is about: "her daughter, Ruth Tolland" is not called Tolland afterwards.
    """
    found: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in (name for listed in names for name in listed):
        if name.kind == "person" and len(name.words) > 1:
            found[fold(name.surname)].setdefault(name.actor_id or fold(" ".join(name.words)), name)
    shown = {}
    for surname, by_key in found.items():
        own = list(by_key.values())
        others = [name for name in own if not _is_relative(name, sentences[name.sentence])]
        shown[surname] = others if len(own) > 1 and len(others) == 1 and own[0] is others[0] else own
    return shown


def _is_relative(name: Name, sentence: Sentence) -> bool:
    """Tell whether somebody is introduced as a relative: "her daughter, Ruth Roe", "his wife Ann Roe"."""
    before = [token.lower for token in sentence.tokens[max(0, name.first - 3) : name.first]]
    while before and before[-1] == ",":
        before = before[:-1]
    return len(before) > 1 and before[-1] in _RELATIVES and before[-2] in ("her", "his", "'s", "their", "the", "elder")


def _settle(
    name: Name, full: dict[str, list[Name]], sentence: Sentence, found: Sequence[Name], reference: KnownNames, lexicon: Lexicon
) -> Name:
    """Say who a surname alone means: the person of the text, or the only one whom the reference can mean by it with that title."""
    if len(name.words) > 1 or name.kind not in ("", "person", "place"):
        return name
    own = full.get(fold(name.surname), [])
    if len(own) == 1:
        return replace(name, kind="person", actor_id=own[0].actor_id, others=own[0].others)
    if own:
        # Where two bear the name, it is the only one who has been named so far; else nobody can tell.
        earlier = [one for one in own if (one.sentence, one.first) < (name.sentence, name.first)]
        key = earlier[0].actor_id if len(earlier) == 1 else ""
        return replace(name, kind="person", actor_id=key, others=tuple(one.actor_id for one in own if one.actor_id))
    if name.actor_id:
        return name
    title = find_title(sentence.tokens, replace(name, kind="person"), found, reference, lexicon)
    called = reference.people_called(name.words[0])
    if title and title.before:
        printed = sentence.printed(title.first, title.last)
        offices = reference.offices_called(printed)
        held = [key for key in called if any(office in offices for office, _, _ in reference.terms.get(key, ()))]
        return replace(name, kind="person", actor_id=held[0] if len(held) == 1 else "", others=tuple(sorted(called)))
    return replace(name, others=tuple(sorted(called))) if name.kind == "person" else name


def _with_title(name: Name, names: Sequence[Name], sentence: Sentence, reference: KnownNames, lexicon: Lexicon) -> Person:
    if name.kind != "person":
        return Person(name)
    title = find_title(sentence.tokens, name, names, reference, lexicon)
    if title is None:
        return Person(name)
    printed = sentence.printed(title.first, title.last)
    if not name.actor_id and name.others:
        # Of two people with one name it is the one who held the office, where only one did.
        known = reference.offices_called(printed)
        held = [key for key in name.others if any(office in known for office, _, _ in reference.terms.get(key, ()))]
        name = replace(name, actor_id=held[0] if len(held) == 1 else "")
    office = link_office(printed, name.actor_id, title.state, reference)
    return Person(name, title, office)


def _share_titles(people: list[Person], sentence: Sentence, reference: KnownNames, lexicon: Lexicon) -> list[Person]:
    """Give a title in the plural to everybody in the list that it opens: "Sens. A of X, B of Y and C"."""
    tokens, shared, shown = sentence.tokens, None, []
    for one in people:
        person = one
        if person.title and person.title.before and lexicon.meaning("title", tokens[person.title.last - 1]) == "plural":
            shared = person.title
        elif person.name.kind == "person" and shared is not None and person.title is None:
            printed = sentence.printed(shared.first, shared.last)
            person = replace(person, title=shared, office_id=link_office(printed, person.name.actor_id, shared.state, reference))
        elif person.title is not None:
            shared = None
        shown.append(person)
        after = person.name.last
        if shared and after < len(tokens) and tokens[after].lower not in (",", "and", "of"):
            shared = None
    return shown


def _without_inner(people: list[Person]) -> list[Person]:
    """Leave out unknown names that are only words of somebody's title ("Her Majesty's Opposition")."""
    titles = [(person.name, person.title) for person in people if person.title is not None]
    return [
        person for person in people
        if person.name.actor_id or not any(name is not person.name and t.first <= person.name.first < t.last for name, t in titles)
    ]  # fmt: skip


def _note_unknown(cast: Cast, person: Person, sentence: Sentence) -> None:
    """Put a person or body that the reference lacks on the list, with the title that the text has for it."""
    name = person.name
    if name.actor_id or name.kind not in ("person", "body") or (len(name.words) == 1 and not person.title):
        return
    printed = sentence.printed(name.first, name.last)
    title = sentence.printed(person.title.first, person.title.last) if person.title else ""
    if printed not in cast.unknown or (title and not cast.unknown[printed][1]):
        cast.unknown[printed] = name.kind, title


def _name_titles_alone(cast: Cast, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Add "the minister", "the president": the last person of the text with a title of that head; nobody where two bear it."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        tokens, found = sentence.tokens, cast.people[number]
        alone = []
        for place in range(1, len(tokens)):
            head = lexicon.match("title", tokens, place)
            if tokens[place - 1].lower != "the" or head is None or _is_inside(found, place):
                continue
            last = place + head[1]
            while head and head[0].means == "modifier" and last < len(tokens):
                head = lexicon.match("title", tokens, last)
                last += head[1] if head else 0
            if (
                head is None
                or head[0].means != "head"
                or _is_inside(found, last)
                or (last < len(tokens) and tokens[last].lower in ("of", "'s"))
            ):
                continue
            who = {person.name.actor_id or " ".join(person.name.words): person for person in bearers.get(tokens[last - 1].lower, ())}
            if len(who) == 1:
                bearer = next(iter(who.values()))
                name = Name(number, place, last, "person", bearer.name.words, bearer.name.actor_id, bearer.name.others)
                # "The nurse" is described, as a profession is no title.
                titled = Person(name, Title(place, last), bearer.office_id, "title")
                alone.append(Person(name, form="description") if bearer.title and bearer.title.is_profession else titled)
        for person in found:
            if person.title:
                bearers[tokens[person.title.last - 1].lower].append(person)
        cast.people[number] = sorted([*found, *alone], key=lambda person: person.name.first)


def _name_things_again(cast: Cast, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Add "the programme", "the system": the programme or weapon that the text named last, with such a word where one was."""
    last: Person | None = None
    for number, sentence in enumerate(sentences):
        tokens, again = sentence.tokens, []
        named = {person.name.first: person for person in cast.people[number] if person.name.kind in ("programme", "weapon")}
        for place in range(len(tokens)):
            if place in named:
                person = named[place]
                at = person.name.last + (person.name.last < len(tokens) and not tokens[person.name.last].is_word)
                described = at < len(tokens) and lexicon.has("description", tokens[at])
                last = person if described or last is None or last.name.words == person.name.words else last
            is_again = place and tokens[place - 1].lower == "the" and lexicon.has("description", tokens[place]) and last is not None
            if is_again and last is not None and tokens[place].lower in _THINGS and not _is_inside(cast.people[number], place):
                name = replace(last.name, sentence=number, first=place, last=place + 1)
                again.append(Person(name, form="description"))
        cast.people[number] = sorted([*cast.people[number], *again], key=lambda person: person.name.first)


def _is_inside(found: Sequence[Person], place: int) -> bool:
    return any(
        person.name.first <= place < person.name.last or (person.title and person.title.first <= place < person.title.last)
        for person in found
    )
