"""Folder trees, file names and zips as teachers get them.

Each of TREES is a dict:
  what    in words
  files   {relative path: note}. Order is the order of creation.
  people  how many learners there are in it (with at least one exercise notebook, or a file that should have been one)
and, where it matters,
  doubt   two counts are possible, and which

Notes:
  "Ada Lovelace"                whose file it is; the number in the file's name says which exercises, unless
  "Ada Lovelace: 04"            says it (the name does not)
  "Ada Lovelace: 04, older"     not the one that counts: a copy, or an earlier attempt
  "Ada Lovelace: 04, or older"  two readings: nobody can tell which counts; a person should be told
  "nobody: reason"              belongs to no learner, and must not count or disturb
  "... (empty)"                 a file of 0 bytes
  "... (not a notebook)"        some other content under this name
  "... (link to X)"             a symbolic link
  "... (folder)"                a folder without files
  "... (latin-1 bytes)"         the path is to be encoded as latin-1 on disk: os.fsencode would not give these bytes;
                                use path.encode("latin-1")
  "... (NFD)" / "(NFC)"         the path is in that Unicode form already
A path with "!/" goes into a zip: "a.zip!/x/b.ipynb" is x/b.ipynb in a.zip; it may come twice (zip in zip).
"""

import unicodedata

NFC = lambda s: unicodedata.normalize("NFC", s)
NFD = lambda s: unicodedata.normalize("NFD", s)
N = ["00_start", "01_slopes", "02_expressions", "03_by_hand", "04_node", "05_order", "06_verify"]
X = [f"{n}_exercises.ipynb" for n in N]
ADA, ALAN, GRACE, ZOE = "Ada Lovelace", "Alan Turing", "Grace Hopper", "Zoë Müller"
TREES = []


def T(what, files, people, **more):
    TREES.append({"what": what, "files": files, "people": people, **more})


# ---- one folder a learner, and its accidents
T("the plain case: a folder a learner, the given file names", {f"{p}/{X[4]}": p for p in (ADA, ALAN, GRACE)}, 3)
T("a folder a learner, all seven notebooks", {f"{p}/{x}": p for p in (ADA, ALAN) for x in X}, 2)
T(
    "the whole course folder handed in: exercises/ and lessons/ in each learner's folder",
    {
        **{f"{p}/exercises/{X[5]}": p for p in (ADA, ALAN)},
        **{f"{p}/lessons/05_order.ipynb": "nobody: the lesson" for p in (ADA, ALAN)},
    },
    2,
)
T("one folder too deep: everything below one more folder", {f"Abgaben/Kurs 11b/{p}/{X[2]}": p for p in (ADA, GRACE)}, 2)
T(
    "one learner a folder deeper than the others",
    {f"{ADA}/{X[1]}": ADA, f"{ALAN}/{X[1]}": ALAN, f"{GRACE}/micrograd/exercises/{X[1]}": GRACE},
    3,
)
T(
    "one folder too shallow: a single learner's files lie directly there, no name anywhere",
    {X[3]: "one learner, no name: 03", X[4]: "one learner, no name: 04"},
    1,
)
T(
    "shallow and deep mixed: one file at the top with the name in it, others in folders",
    {f"{ADA}/{X[2]}": ADA, f"{ALAN}/{X[2]}": ALAN, "02_expressions_exercises_Grace_Hopper.ipynb": GRACE},
    3,
)
T(
    "folder a lesson, then folder a learner",
    {f"{n}/{p}/{n}_exercises.ipynb": p for n in (N[1], N[2]) for p in (ADA, ALAN)},
    2,
)
T(
    "folder a learner, then folder a lesson",
    {f"{p}/{n}/{n}_exercises.ipynb": p for n in (N[1], N[2]) for p in (ADA, ALAN)},
    2,
)
T(
    "folder a week, the same learner in both, the second week holds the first's notebook again",
    {
        f"Woche 1/{ADA}/{X[1]}": ADA + ": 01, or older",
        f"Woche 2/{ADA}/{X[1]}": ADA + ": 01, or older",
        f"Woche 2/{ADA}/{X[2]}": ADA,
    },
    1,
    doubt="which of the two 01 counts",
)
T(
    "one empty folder of a learner who has handed in nothing",
    {f"{ADA}/{X[0]}": ADA, ALAN: "Alan Turing, nothing handed in (folder)"},
    1,
    doubt="2, with Alan at 0 points; he should at least be told of",
)
T(
    "the folder holds a virtual environment and caches",
    {
        f"{ADA}/{X[0]}": ADA,
        f"{ADA}/.venv/lib/python3.12/site-packages/nbformat/tests/test4.ipynb": "nobody: of a package",
        f"{ADA}/__pycache__/x.cpython-312.pyc": "nobody: cache",
        f"{ADA}/node_modules/a/b.ipynb": "nobody: of a package",
    },
    1,
)
T(
    "a solution folder of the teacher beside the learners",
    {f"{ADA}/{X[1]}": ADA, f"{ALAN}/{X[1]}": ALAN, f"_Musterlösung/{X[1]}": "nobody: the teacher"},
    2,
    doubt="3, if nothing says who the teacher is",
)

# ---- names in file names only
T("learner's name before the file name", {f"{p.replace(' ', '_')}_{X[4]}": p for p in (ADA, ALAN, GRACE)}, 3)
T("learner's name after it", {X[4].replace(".ipynb", f"_{p.split()[1]}.ipynb"): p for p in (ADA, ALAN)}, 2)
T(
    "after it, with a hyphen, blanks and brackets",
    {"04_node_exercises - Ada Lovelace.ipynb": ADA, "04_node_exercises (Alan Turing).ipynb": ALAN},
    2,
)
T(
    "only the name, no lesson number: the content says which",
    {"Ada Lovelace.ipynb": ADA + ": 04", "turing.ipynb": ALAN + ": 04"},
    2,
)
T("only number and name", {"05_ada.ipynb": "ada: 05", "05_alan.ipynb": "alan: 05", "06_ada.ipynb": "ada: 06"}, 2)
T(
    "upper case and another ending",
    {
        "04_NODE_EXERCISES_ADA.IPYNB": "ADA: 04",
        "04_node_exercises_alan.ipynb.txt": "alan: 04",
        "04_node_exercises_grace.json": "grace: 04",
    },
    3,
    doubt="1, if only .ipynb counts; then the two others must be told of",
)
T(
    "names with digits, as ids",
    {
        "s123456_00_start_exercises.ipynb": "s123456",
        "s123457_00_start_exercises.ipynb": "s123457",
        "00_start_exercises_s123458.ipynb": "s123458",
    },
    3,
)
T(
    "an id that looks like a lesson number",
    {
        "04/00_start_exercises.ipynb": "learner 04",
        "05/00_start_exercises.ipynb": "learner 05",
        "06/04_node_exercises.ipynb": "learner 06",
    },
    3,
)
T(
    "dates in file names",
    {"2026-05-04 Ada 03_by_hand_exercises.ipynb": "Ada: 03", "20260504_Alan_03.ipynb": "Alan: 03"},
    2,
)
T(
    "generic names: Untitled, abgabe, notebook",
    {
        f"{ADA}/Untitled.ipynb": ADA + ": 02",
        f"{ALAN}/abgabe.ipynb": ALAN + ": 02",
        f"{GRACE}/Notebook(3).ipynb": GRACE + ": 02",
    },
    3,
)

# ---- learning platforms
T(
    "Moodle, 'download all' with folders",
    {
        f"{p}_{4711 + k}_assignsubmission_file_/{X[4]}" if k % 2 else f"{p}_{4711 + k}_assignsubmission_file/{X[4]}": p
        for k, p in enumerate((ADA, ALAN, GRACE))
    },
    3,
)
T(
    "Moodle, without folders: name and number before the file name",
    {f"{p}_{4711 + k}_assignsubmission_file_{X[4]}": p for k, p in enumerate((ADA, ALAN, GRACE))},
    3,
)
T(
    "Moodle, online text beside the file",
    {
        f"{ADA}_4711_assignsubmission_file_/{X[4]}": ADA,
        f"{ADA}_4711_assignsubmission_onlinetext_/onlinetext.html": "nobody: a text of Ada's (not a notebook)",
        f"{ALAN}_4712_assignsubmission_onlinetext_/onlinetext.html": "Alan Turing: 04, pasted as text (not a notebook)",
    },
    2,
    doubt="1 with a notebook; Alan must be told of",
)
T(
    "Moodle, blind marking",
    {f"Teilnehmer_in_{n}_assignsubmission_file_/{X[1]}": f"Teilnehmer_in_{n}" for n in (10231, 10232, 10233)},
    3,
)
T(
    "Moodle as one zip, folders inside",
    {f"KI-2026-Aufgabe 4-98121.zip!/{p}_{81 + k}_assignsubmission_file_/{X[4]}": p for k, p in enumerate((ADA, ALAN))},
    2,
)
T(
    "Canvas: lastnamefirstname_LATE_ids",
    {
        f"lovelaceada_12345_998877_{X[4]}": "lovelaceada",
        f"turingalan_LATE_12346_998878_{X[4]}": "turingalan",
        "hoppergrace_12347_998879_04_node_exercises-2.ipynb": "hoppergrace: 04",
    },
    3,
)
T(
    "Canvas: resubmitted, both are there",
    {
        f"lovelaceada_12345_998877_{X[4]}": "lovelaceada: 04, older",
        "lovelaceada_12345_998999_04_node_exercises-1.ipynb": "lovelaceada: 04",
    },
    1,
)
T(
    "Canvas as submissions.zip",
    {f"submissions.zip!/{n}_1{k}_2{k}_{X[2]}": n for k, n in enumerate(("lovelaceada", "turingalan"))},
    2,
)
T(
    "nbgrader: submitted/id/assignment/file with timestamp",
    {
        **{f"submitted/{s}/04_node/{X[4]}": s for s in ("alovelace", "aturing")},
        **{f"submitted/{s}/04_node/timestamp.txt": "nobody: nbgrader's" for s in ("alovelace", "aturing")},
    },
    2,
)
T(
    "nbgrader's whole course folder: source, release, submitted, autograded, feedback",
    {
        f"source/04_node/{X[4]}": "nobody: the teacher",
        f"release/04_node/{X[4]}": "nobody: the teacher",
        f"submitted/alovelace/04_node/{X[4]}": "alovelace",
        f"autograded/alovelace/04_node/{X[4]}": "alovelace: 04, older",
        "feedback/alovelace/04_node/04_node_exercises.html": "nobody: feedback",
        "gradebook.db": "nobody: nbgrader's",
    },
    1,
)
T(
    "nbgrader exchange: inbound with name+assignment+time+random",
    {
        f"inbound/alovelace+04_node+2026-05-04 12:00:00.000000 UTC+abc/{X[4]}": "alovelace: 04, older",
        f"inbound/alovelace+04_node+2026-05-05 08:30:00.000000 UTC+def/{X[4]}": "alovelace",
        f"inbound/aturing+04_node+2026-05-04 11:00:00.000000 UTC+ghi/{X[4]}": "aturing",
    },
    2,
)
T(
    "GitHub Classroom: assignment-username repositories",
    {
        **{f"micrograd-exercises-{u}/exercises/{X[4]}": u for u in ("adal", "aturing")},
        **{f"micrograd-exercises-{u}/.git/HEAD": "nobody: git" for u in ("adal", "aturing")},
        "micrograd-exercises-adal/README.md": "nobody: readme",
    },
    2,
)
T(
    "GitHub Classroom, assistant's folder with -submissions",
    {f"micrograd-exercises-submissions/{u}/{X[4]}": u for u in ("ada-l", "a-turing")},
    2,
)
T(
    "zips of GitHub: repository-main.zip with one folder in",
    {f"{u}-micrograd-main.zip!/{u}-micrograd-main/exercises/{X[3]}": u for u in ("adal", "aturing")},
    2,
)
T(
    "GitHub: one repository, a branch's zip with a folder named by commit hash",
    {f"ada/micrograd-3f8396accafb915834d3f454466ed8ad/exercises/{X[3]}": "ada"},
    1,
)
T(
    "Google Classroom in Drive: 'name - file' and 'Copy of'",
    {
        "Ada Lovelace - 04_node_exercises.ipynb": ADA,
        "Alan Turing - Kopie von 04_node_exercises.ipynb": ALAN,
        "Grace Hopper - Copy of 04_node_exercises.ipynb": GRACE,
    },
    3,
)
T(
    "Google Drive, downloaded as zip in parts",
    {
        "Aufgabe 4-20260504T101112Z-001.zip!/Aufgabe 4/Ada Lovelace - 04_node_exercises.ipynb": ADA,
        "Aufgabe 4-20260504T101112Z-002.zip!/Aufgabe 4/Alan Turing - 04_node_exercises.ipynb": ALAN,
    },
    2,
)
T(
    "Google Drive's shortcuts and documents beside",
    {"Ada Lovelace - 04_node_exercises.ipynb": ADA, "Alan Turing - 04_node.gdoc": "Alan Turing: 04 (not a notebook)"},
    2,
    doubt="1 with a notebook; Alan must be told of",
)
T(
    "Teams: Submitted files/name/assignment/Version n",
    {
        f"Submitted files/{ADA}/Exercises 4/Version 1/{X[4]}": ADA + ": 04, older",
        f"Submitted files/{ADA}/Exercises 4/Version 2/{X[4]}": ADA,
        f"Submitted files/{ALAN}/Exercises 4/Version 1/{X[4]}": ALAN,
    },
    2,
)
T(
    "ILIAS: Abgaben/Nachname_Vorname_login_id with time before the file",
    {
        f"Abgaben/Lovelace_Ada_alovelace_3021/20260504101112_{X[4]}": "Lovelace Ada alovelace",
        f"Abgaben/Turing_Alan_aturing_3022/20260504111213_{X[4]}": "Turing Alan aturing",
    },
    2,
)
T(
    "Blackboard: assignment_user_attempt_time_file and a .txt",
    {
        f"Exercises 4_al123_attempt_2026-05-04-10-11-12_{X[4]}": "al123",
        "Exercises 4_al123_attempt_2026-05-04-10-11-12.txt": "nobody: Blackboard's note",
        f"Exercises 4_at456_attempt_2026-05-04-11-12-13_{X[4]}": "at456",
    },
    2,
)
T(
    "Gradescope export: submission_ids and metadata",
    {
        f"submission_1001/{X[4]}": "submission_1001",
        f"submission_1002/{X[4]}": "submission_1002",
        "submission_metadata.yml": "nobody: list of names",
    },
    2,
)

# ---- e-mail, chat, stick
T(
    "e-mail attachments saved to one folder: the same name thrice, numbered by the browser",
    {
        "04_node_exercises.ipynb": "first learner, no name: 04",
        "04_node_exercises (1).ipynb": "second learner, no name: 04",
        "04_node_exercises (2).ipynb": "third learner, no name: 04",
    },
    3,
    doubt="1 learner with two copies; only the teacher knows. Nothing may be thrown away in silence",
)
T(
    "Windows numbering and Mac numbering",
    {
        f"{ADA}/04_node_exercises - Kopie.ipynb": ADA + ": 04, or older",
        f"{ADA}/{X[4]}": ADA + ": 04, or older",
        f"{ALAN}/04_node_exercises 2.ipynb": ALAN,
    },
    2,
)
T(
    "saved mails beside the attachments",
    {"Abgabe Ada.eml": "nobody: a mail", f"Abgabe Ada/{X[4]}": "Abgabe Ada", "winmail.dat": "nobody: a mail program's"},
    1,
)
T(
    "phone: WhatsApp and Signal names",
    {"Ada/DOC-20260504-WA0007.ipynb": "Ada: 03", "Alan/signal-2026-05-04-101112.ipynb": "Alan: 03"},
    2,
)
T(
    "browser's ending .ipynb.txt and .ipynb.json, and download broken off",
    {
        f"{ADA}/{X[0]}.txt": ADA,
        f"{ALAN}/{X[0]}.json": ALAN,
        f"{GRACE}/{X[0]}.crdownload": "Grace Hopper: 00, broken off (not a notebook)",
    },
    3,
    doubt="those with other endings must be read or told of",
)
T(
    "a USB stick: System Volume Information, $RECYCLE.BIN, Thumbs.db",
    {
        f"{ADA}/{X[1]}": ADA,
        f"{ALAN}/{X[1]}": ALAN,
        "System Volume Information/IndexerVolumeGuid": "nobody: Windows",
        "$RECYCLE.BIN/S-1-5-21/$R1A2B3C.ipynb": "nobody: deleted by somebody",
        "Thumbs.db": "nobody: Windows",
        "autorun.inf": "nobody: Windows",
    },
    2,
)
T(
    "a USB stick of a Mac: .Trashes, .Spotlight-V100, ._ files",
    {
        f"{ADA}/{X[1]}": ADA,
        f"{ADA}/._{X[1]}": "nobody: macOS (not a notebook)",
        f".Trashes/501/{X[1]}": "nobody: deleted by somebody",
        ".Spotlight-V100/Store-V2/x": "nobody: macOS",
        ".DS_Store": "nobody: macOS",
        f"{ADA}/.DS_Store": "nobody: macOS",
    },
    1,
)
T(
    "8.3 names of an old stick",
    {"ADA/04_NOD~1.IPY": "ADA: 04", "ALAN/04_NOD~1.IPY": "ALAN: 04"},
    2,
    doubt="0 by the ending; both must be told of",
)
T(
    "Dropbox and OneDrive conflicts",
    {
        f"{ADA}/{X[4]}": ADA + ": 04, or older",
        f"{ADA}/04_node_exercises (Adas MacBook's conflicted copy 2026-05-04).ipynb": ADA + ": 04, or older",
        f"{ALAN}/04_node_exercises-DESKTOP-7AB12.ipynb": ALAN,
    },
    2,
)
T(
    "Syncthing and vim leftovers",
    {
        f"{ADA}/{X[4]}": ADA,
        f"{ADA}/04_node_exercises.sync-conflict-20260504-101112-ABCDEFG.ipynb": ADA + ": 04, or older",
        f"{ADA}/.{X[4]}.swp": "nobody: vim",
        f"{ADA}/{X[4]}~": ADA + ": 04, older",
        f"{ADA}/#{X[4]}#": "nobody: emacs",
        f"{ADA}/{X[4]}.bak": ADA + ": 04, older",
    },
    1,
)

# ---- copies
T(
    "Jupyter's copies",
    {
        f"{ADA}/{X[5]}": ADA + ": 05, or older",
        f"{ADA}/05_order_exercises-Copy1.ipynb": ADA + ": 05, or older",
        f"{ALAN}/05_order_exercises-Copy2.ipynb": ALAN,
    },
    2,
)
T(
    "final, final_v2, really final",
    {
        f"{ADA}/05_order_exercises_final.ipynb": ADA + ": 05, or older",
        f"{ADA}/05_order_exercises_final_v2.ipynb": ADA + ": 05, or older",
        f"{ADA}/05_order_exercises_WIRKLICH_final.ipynb": ADA + ": 05, or older",
    },
    1,
)
T(
    "(1) alone: the first was deleted",
    {f"{ADA}/05_order_exercises (1).ipynb": ADA, f"{ALAN}/05_order_exercises(1).ipynb": ALAN},
    2,
)
T(
    "a blank copy, newer than the solved one, beside it",
    {
        f"{ADA}/{X[5]}": ADA + ": 05, blank, or older",
        f"{ADA}/05_order_exercises-alt.ipynb": ADA + ": 05, solved, or older",
    },
    1,
    doubt="the solved one earns the points",
)
T(
    "checkpoints",
    {
        f"{ADA}/{X[5]}": ADA,
        f"{ADA}/.ipynb_checkpoints/05_order_exercises-checkpoint.ipynb": ADA + ": 05, older",
        ".ipynb_checkpoints/05_order_exercises-checkpoint.ipynb": "nobody: the teacher's own",
    },
    1,
)
T(
    "only the checkpoint is left",
    {f"{ADA}/.ipynb_checkpoints/05_order_exercises-checkpoint.ipynb": ADA, f"{ALAN}/{X[5]}": ALAN},
    2,
    doubt="1; Ada must be told of",
)
T(
    "checkpoint folder renamed by a zip program",
    {f"{ADA}/{X[5]}": ADA, f"{ADA}/ipynb_checkpoints/05_order_exercises-checkpoint.ipynb": ADA + ": 05, older"},
    1,
)
T(
    "two exercise notebooks in one folder, one of them is the wrong learner's",
    {f"{ADA}/{X[5]}": ADA, f"{ADA}/05_order_exercises_Alan.ipynb": "Alan: 05, or Ada's copy of it"},
    1,
    doubt="2",
)

# ---- zips
T("a zip a learner", {f"{p}.zip!/{X[4]}": p for p in (ADA, ALAN)}, 2)
T("a zip a learner, the same name, in folders", {f"{p}/abgabe.zip!/{X[4]}": p for p in (ADA, ALAN)}, 2)
T(
    "a zip beside its own unpacked content",
    {f"{ADA}/abgabe.zip!/{X[4]}": ADA + ": 04, the same", f"{ADA}/{X[4]}": ADA},
    1,
)
T("zips in zips", {f"alle.zip!/{p}.zip!/exercises/{X[4]}": p for p in (ADA, ALAN)}, 2)
T(
    "__MACOSX in the zip",
    {
        f"Archiv.zip!/{ADA}/{X[4]}": ADA,
        f"Archiv.zip!/__MACOSX/{ADA}/._{X[4]}": "nobody: macOS (not a notebook)",
        "Archiv.zip!/.DS_Store": "nobody: macOS",
    },
    1,
)
T(
    "backslashes as separators in the zip, as old Windows programs write",
    {
        "abgaben.zip!/Ada Lovelace\\04_node_exercises.ipynb": ADA,
        "abgaben.zip!/Alan Turing\\04_node_exercises.ipynb": ALAN,
    },
    2,
)
T(
    "cp437 names in a zip without the UTF-8 flag",
    {f"abgaben.zip!/Zo\u00eb M\u00fcller/{X[4]}": "Zoë Müller (the name in the zip in cp437, no UTF-8 flag)"},
    1,
)
T(
    "a zip with ../ in a path, and an absolute one",
    {
        f"abgabe.zip!/../{X[4]}": "one learner, no name: 04; must not be written outside",
        f"abgabe.zip!//tmp/{X[3]}": "one learner, no name: 03; must not be written outside",
    },
    1,
)
T(
    "empty zip, cut zip, zip with a password",
    {
        "Ada Lovelace.zip": "Ada Lovelace (empty)",
        "Alan Turing.zip": "Alan Turing, cut off (not a notebook)",
        f"Grace Hopper.zip!/{X[4]}": "Grace Hopper, with a password",
    },
    3,
    doubt="0 with a notebook; all three must be told of",
)
T(
    "other packers",
    {
        "Ada Lovelace.7z": "Ada Lovelace (not a notebook)",
        "Alan Turing.rar": "Alan Turing (not a notebook)",
        f"Grace Hopper.tar.gz!/exercises/{X[4]}": GRACE,
    },
    3,
    doubt="those that cannot be read must be told of",
)
T(
    "a folder called .zip, and a zip without the ending",
    {f"{ADA}.zip/{X[4]}": ADA + " (a folder)", f"Alan Turing!/{X[4]}": ALAN + " (a zip without ending)"},
    2,
)

# ---- letters
T(
    "umlauts in NFC, one in NFD, of one and the same learner",
    {NFC(f"{ZOE}/{X[1]}"): "Zoë Müller (NFC)", NFD(f"{ZOE}/{X[2]}"): "Zoë Müller (NFD)"},
    1,
)
T(
    "NFC folder, NFD file of name",
    {
        NFC(f"Jürgen Groß/{X[1]}"): "Jürgen Groß (NFC)",
        NFD("02_expressions_exercises_Jürgen Groß.ipynb"): "Jürgen Groß (NFD)",
    },
    1,
)
T(
    "a folder's name in latin-1 bytes",
    {f"Ren\u00e9 Fran\u00e7ois/{X[1]}": "René François (latin-1 bytes)", f"{ADA}/{X[1]}": ADA},
    2,
)
T(
    "apostrophes, commas, dots, an ampersand",
    {
        f"O'Brien, Séan/{X[1]}": "O'Brien, Séan",
        f"D’Angelo, M./{X[1]}": "D’Angelo, M.",
        f"Ada & Alan/{X[1]}": "Ada & Alan (a team)",
        f"Dr. Jr., Bob/{X[1]}": "Dr. Jr., Bob",
    },
    4,
)
T(
    "Chinese, Arabic, Cyrillic, emoji",
    {
        f"王小明/{X[1]}": "王小明",
        f"محمد علي/{X[1]}": "محمد علي",
        f"Иван Петров/{X[1]}": "Иван Петров",
        f"🦄 Mia/{X[1]}": "🦄 Mia",
    },
    4,
)
T(
    "leading, trailing and double blanks; leading hyphen",
    {f" Ada Lovelace /{X[1]}": ADA, f"Alan  Turing/{X[1]}": ALAN, f"-Grace-/{X[1]}": "Grace"},
    3,
)
T(
    "names that are patterns or options",
    {
        f"[Ada]/{X[1]}": "[Ada]",
        f"Alan*/{X[1]}": "Alan*",
        f"--help/{X[1]}": "--help",
        f"%s {{name}}/{X[1]}": "%s {name}",
        f"$HOME/{X[1]}": "$HOME",
    },
    5,
)
T(
    "names that begin with = or + (a formula in a spreadsheet), and commas, semicolons, quotes in a CSV",
    {
        f"=1+1/{X[1]}": "=1+1",
        f"+49 Ada/{X[1]}": "+49 Ada",
        f"Turing; Alan/{X[1]}": "Turing; Alan",
        f'Grace "Amazing" Hopper/{X[1]}': 'Grace "Amazing" Hopper',
    },
    4,
)
T("a line break and a tab in a folder's name", {f"Ada\nLovelace/{X[1]}": ADA, f"Alan\tTuring/{X[1]}": ALAN}, 2)
T(
    "names near 255 bytes",
    {f"{'Karl-Theodor Maria Nikolaus ' * 8}/{X[1]}": "Karl-Theodor (long)", f"{'ü' * 120}/{X[1]}": "ü (long)"},
    2,
)
T(
    "the same name but for case",
    {f"ada/{X[1]}": "ada: one learner", f"Ada/{X[2]}": "ada: the same learner, most likely"},
    1,
    doubt="2",
)
T(
    "a learner called like a lesson or a folder of the course",
    {f"exercises/{X[1]}": "a learner, no name (the course's folder)", f"node/{X[4]}": "node", f"Start/{X[0]}": "Start"},
    3,
)
T(
    "one learner's name is the beginning of another's",
    {
        f"Ann/{X[1]}": "Ann",
        f"Anna/{X[1]}": "Anna",
        f"Anna-Lena/{X[1]}": "Anna-Lena",
        "01_slopes_exercises_Ann.ipynb": "Ann: 01, or older",
    },
    3,
)

# ---- people
T(
    "two learners of one name, told apart by number",
    {
        f"Paul Schmidt_4711_assignsubmission_file_/{X[4]}": "Paul Schmidt 4711",
        f"Paul Schmidt_4802_assignsubmission_file_/{X[4]}": "Paul Schmidt 4802",
    },
    2,
)
T(
    "two learners of one name, in two classes",
    {f"10a/Paul Schmidt/{X[4]}": "Paul Schmidt 10a", f"10b/Paul Schmidt/{X[4]}": "Paul Schmidt 10b"},
    2,
    doubt="1 learner, who is in two folders",
)
T(
    "two learners of one name, numbered by the system",
    {f"Paul Schmidt/{X[4]}": "Paul Schmidt", f"Paul Schmidt (2)/{X[4]}": "the other Paul Schmidt"},
    2,
    doubt="1, with a copy",
)
T(
    "a team of two hands in one file",
    {"04_node_exercises_Lovelace_Turing.ipynb": "Ada Lovelace and Alan Turing"},
    1,
    doubt="2 people, one work",
)
T(
    "one learner's name written in two ways over the weeks",
    {f"Woche 1/Lovelace, Ada/{X[1]}": ADA, f"Woche 2/Ada Lovelace/{X[2]}": ADA},
    1,
    doubt="2; no program can know",
)
T("one person alone, one file given directly", {"04_node_exercises.ipynb": "one learner, no name: 04"}, 1)
T("nobody: an empty folder", {}, 0)

# ---- wrong things
T("empty files", {f"{ADA}/{X[4]}": "Ada Lovelace (empty)", f"{ALAN}/{X[4]}": ALAN}, 2)
T(
    "a PDF, a picture of the screen, an HTML export, a .py export",
    {
        f"{ADA}/04_node_exercises.pdf": "Ada Lovelace: 04 (not a notebook)",
        f"{ALAN}/Bildschirmfoto 2026-05-04.png": "Alan Turing (not a notebook)",
        f"{GRACE}/04_node_exercises.html": "Grace Hopper: 04 (not a notebook)",
        f"{ZOE}/04_node_exercises.py": "Zoë Müller: 04 (not a notebook)",
    },
    4,
    doubt="0 with a notebook; all four must be told of",
)
T("a PDF called .ipynb", {f"{ADA}/{X[4]}": "Ada Lovelace, a PDF (not a notebook)", f"{ALAN}/{X[4]}": ALAN}, 2)
T(
    "the lesson notebook instead of the exercise",
    {f"{ADA}/04_node.ipynb": "Ada Lovelace: lesson 04, no exercise", f"{ALAN}/{X[4]}": ALAN},
    2,
)
T(
    "the lesson notebook under the exercise's name",
    {f"{ADA}/{X[4]}": "Ada Lovelace: holds lesson 04", f"{ALAN}/{X[4]}": ALAN},
    2,
)
T(
    "file name of one lesson, content of another",
    {f"{ADA}/{X[3]}": ADA + ": 04 (its content), called 03", f"{ALAN}/{X[3]}": ALAN},
    2,
)
T("another course's notebook beside", {f"{ADA}/{X[4]}": ADA, f"{ADA}/Mathe_Blatt_7.ipynb": "nobody: another course"}, 1)
T(
    "JSON that is no notebook, a notebook cut in the middle, a git conflict in it",
    {
        f"{ADA}/{X[4]}": 'Ada Lovelace, "{}" (not a notebook)',
        f"{ALAN}/{X[4]}": "Alan Turing, cut (not a notebook)",
        f"{GRACE}/{X[4]}": "Grace Hopper, with <<<<<<< HEAD (not a notebook)",
    },
    3,
)
T(
    "a Git LFS pointer and a Windows shortcut",
    {
        f"{ADA}/{X[4]}": "Ada Lovelace, LFS pointer (not a notebook)",
        f"{ALAN}/04_node_exercises.ipynb.lnk": "Alan Turing (not a notebook)",
        f"{GRACE}/04_node_exercises.url": "Grace Hopper, link to Colab (not a notebook)",
    },
    3,
)
T("a folder called like the notebook", {f"{ADA}/{X[4]}/{X[4]}": ADA}, 1)
T(
    "symbolic links: to a file, to itself, to nowhere, to a folder above",
    {
        f"{ADA}/{X[4]}": ADA,
        f"{ADA}/neu.ipynb": f"Ada Lovelace: 04, the same (link to {X[4]})",
        f"{ALAN}/{X[4]}": "Alan Turing (link to nowhere.ipynb)",
        f"{ALAN}/loop": "nobody: a circle (link to ..)",
        f"{GRACE}/{X[4]}": "Grace Hopper (link to 04_node_exercises.ipynb)",
    },
    3,
)
T(
    "a link from one learner's folder to another's file",
    {f"{ADA}/{X[4]}": ADA, f"{ALAN}/{X[4]}": f"Alan Turing (link to ../{ADA}/{X[4]})"},
    2,
)
T(
    "a file that may not be read (mode 000), a folder that may not be entered",
    {
        f"{ADA}/{X[4]}": "Ada Lovelace, mode 000",
        f"{ALAN}/{X[4]}": "Alan Turing, folder of mode 000",
        f"{GRACE}/{X[4]}": GRACE,
    },
    3,
)
T(
    "a named pipe among the files",
    {f"{ADA}/{X[4]}": ADA, f"{ADA}/pipe.ipynb": "nobody: a named pipe, on which reading waits for ever"},
    1,
)
T(
    "the grader's own earlier report and CSV in the folder",
    {
        f"{ADA}/{X[4]}": ADA,
        "points.csv": "nobody: a report",
        f"{ADA}/feedback.html": "nobody: a report",
        f"{ADA}/{X[4]}.graded.ipynb": ADA + ": 04, older",
    },
    1,
)
T(
    "learner's own modules beside the notebook, called like the standard library's",
    {
        f"{ADA}/{X[4]}": ADA,
        f"{ADA}/math.py": "nobody: would shadow math",
        f"{ADA}/random.py": "nobody: would shadow random",
        f"{ADA}/micrograd_lab/__init__.py": "nobody: would shadow the course's package",
        f"{ALAN}/{X[4]}": ALAN,
    },
    2,
)
T(
    "a helper module that the notebook imports",
    {
        f"{ADA}/{X[4]}": ADA + ", with 'from meine_engine import Value'",
        f"{ADA}/meine_engine.py": "nobody: needed by Ada's notebook",
    },
    1,
)

if __name__ == "__main__":
    for t in TREES:
        assert set(t) <= {"what", "files", "people", "doubt"} and all(
            isinstance(n, str) and n for n in t["files"].values()
        ), t
        assert all(not p.startswith("/") for p in t["files"]), t["what"]
    assert len({t["what"] for t in TREES}) == len(TREES)
    print(len(TREES), "trees,", sum(len(t["files"]) for t in TREES), "files")
