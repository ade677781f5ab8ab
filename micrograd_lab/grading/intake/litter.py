"""What lies about in folders without being handed in: of systems, editors, version control and package managers."""

import re

OF_PROGRAMS = (
    ".ds_store __macosx __pycache__ .git .svn .hg .venv venv site-packages node_modules .trashes .spotlight-v100 "
    ".fseventsd .temporaryitems $recycle.bin .cache .idea .vscode .virtual_documents .pytest_cache .mypy_cache "
    ".ruff_cache .nbgrader .stfolder .stversions lost+found"
)
FOLDERS = {*OF_PROGRAMS.split(), "system volume information"}
FILES = re.compile(
    r"\.ds_store|\._.*|thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r?|autorun\.inf|timestamp\.txt|~\$.*|\.~.*|\.#.*"
    r"|\.[^/]*\.sw[a-p]|#.*#|.*\.pyc|\.git(?:ignore|attributes|keep|modules)|\.nfs\d.*|\.fuse_hidden.*|\.python-version"
    r"|\.editorconfig|\.bash_history|\.python_history|\.localized",
    re.I,
)
SAVED_BY_JUPYTER = re.compile(r"\.?ipynb_checkpoints", re.I)


def passed_over(parts):
    """Whether a file or folder at this place is no more than litter, and goes without a word."""
    return parts[-1].lower() in FOLDERS or bool(FILES.fullmatch(parts[-1]))


def saved_by_jupyter(parts):
    """Whether it is a copy that Jupyter keeps by itself: it counts for nothing, but shows that there was something."""
    return any(SAVED_BY_JUPYTER.fullmatch(part) for part in parts[:-1])
