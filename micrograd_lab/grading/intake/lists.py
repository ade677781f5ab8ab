"""Lists of a class as Moodle, Canvas, nbgrader, GitHub Classroom and offices save them: their signs and headings."""

import csv
import re
import unicodedata

# Each without accents, and with one _ for whatever stands between words.
HEADS_OF_IDS = (
    "id student_id identifier username user_name user login login_id anmeldename benutzername nom_d_utilisateur "
    "sis_login_id sis_user_id id_number idnumber id_nummer numero_d_identification numero_de_id student_number "
    "student_no matriculation_number matriculation_no matrikelnummer matrikel_nr matrikel numero_etudiant "
    "numero_d_etudiant github_username email e_mail email_address mail e_mail_adresse emailadresse email_adresse "
    "adresse_de_courriel adresse_mail adresse_e_mail courriel direccion_de_correo student"
)
IDS = tuple(HEADS_OF_IDS.split())
NAMES = ("name", "full_name", "student_name", "display_name", "vollstandiger_name", "nom_complet", "student")
FIRST = ("first_name", "firstname", "given_name", "given_names", "vorname", "vornamen", "prenom", "nombre")
LAST = ("last_name", "lastname", "surname", "family_name", "nachname", "familienname", "nom_de_famille")
LAST += ("nom", "apellido_s")
# What a Western Windows writes for letters beyond ASCII, and the apostrophe; other signs there mean another encoding.
LETTERS = re.compile(r"[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u2019]*")
WITHIN = re.compile(r"[a-z\u00e0-\u00ff][\u00c0-\u00de]|[A-Z][\u00c0-\u00de][a-z]|[\u00c0-\u00ff]{3}")
NO_STUDENTS = ("Points Possible", "Student, Test", "Test Student")
LARGEST, HEADINGS = 16 << 20, 10

NO_ROSTER = "asked: to read the roster {path}\nfound: {error}\ntry:   the path of a CSV file of the class"
NO_IDS = (
    "asked: to read the roster {path}\nfound: columns {found}\ntry:   a first line with a column named {some} or email"
)
WORKBOOK, TOO_LARGE = "a workbook, or another packed file", "more than {size} MB"
NO_LETTERS = "letters in an encoding that is neither UTF-8, UTF-16 nor that of a Western Windows"


def rows(path):
    """(ids, first name, last name, full name) of each line that has an id. ValueError says what else was found."""
    table = [[cell.strip() for cell in row] for row in _table(path)]
    headers = [[_heading(cell) for cell in row] for row in table[:HEADINGS]]
    at = next((n for n, header in enumerate(headers) if set(header) & {*IDS} and len(set(header)) > 1), None)
    at = next((n for n, header in enumerate(headers) if set(header) & {*IDS}), None) if at is None else at
    if at is None:
        found = ", ".join(headers[0] if headers else ()) or "none"
        raise ValueError(NO_IDS.format(path=path, found=found, some=", ".join(IDS[:3])))
    for row in table[at + 1 :]:
        cells = dict(zip(headers[at], row, strict=False))
        ids = [cells[name] for name in IDS if cells.get(name)]
        if not ids or _is_none(cells):
            continue
        first, last = (next((cells[n] for n in heads if cells.get(n)), "") for heads in (FIRST, LAST))
        full = next((cells[n] for n in NAMES if cells.get(n)), "")
        yield ids, first, last, full


def _is_none(cells):
    """A line of Canvas's that is no learner: what can be had in all, and the learner for trying things out."""
    return cells.get("student", "") in NO_STUDENTS and not cells.get("sis_user_id")


def _table(path):
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ValueError(NO_ROSTER.format(path=path, error=TOO_LARGE.format(size=LARGEST >> 20)))
        text = unicodedata.normalize("NFC", _text(data, path))
        lines = [line for line in text.splitlines() if line.strip()]
        said = re.fullmatch(r"sep=(.)", lines[0].strip(), re.I) if lines else None
        lines = lines[1:] if said else lines
        sample = re.sub(r'"[^"]*"', "", "\n".join(lines[:HEADINGS]))
        return list(csv.reader(lines, delimiter=said[1] if said else max(",;\t|", key=sample.count)))
    except OSError as error:
        raise ValueError(NO_ROSTER.format(path=path, error=error.strerror)) from None
    except csv.Error as error:
        raise ValueError(NO_ROSTER.format(path=path, error=error)) from None


def _text(data, path):
    """Its text, in the encoding that its first bytes name, or else the one that it must be. Nothing is guessed."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        if data[:4] == b"PK\x03\x04":
            raise ValueError(NO_ROSTER.format(path=path, error=WORKBOOK))
        if b"\0" in data[:4]:
            return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
        return data.decode("utf-8-sig")
    except UnicodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeError:
        text = "\0"
    if "\0" in text or not LETTERS.fullmatch(text) or WITHIN.search(text):
        raise ValueError(NO_ROSTER.format(path=path, error=NO_LETTERS))
    return text


def _heading(cell):
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", cell.casefold()) if not unicodedata.combining(sign))
    return re.sub(r"\W+", "_", plain).strip("_")
