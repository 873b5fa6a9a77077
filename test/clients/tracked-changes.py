"""Prints as JSON what each document reads after all its tracked changes were rejected, and accepted.

Usage: tracked-changes.py PIPE FILE...     with LibreOffice listening on the pipe
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def paragraphs(text):
    """A line for each paragraph, those of cells among them."""
    lines = []
    for content in text:
        if content.supportsService("com.sun.star.text.Paragraph"):
            lines.append(content.String)
        elif content.supportsService("com.sun.star.text.TextTable"):
            for name in content.CellNames:
                lines += paragraphs(content.getCellByName(name))
    return lines


def load(desktop, path):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (hidden,))
    # Commands update fields where they change something; here all are.
    document.TextFields.refresh()
    return document


def read_after(document, dispatcher, command):
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    lines = paragraphs(document.Text)
    document.close(True)
    return lines


def read_both(desktop, dispatcher, path):
    document = load(desktop, path)
    has_changes = document.Redlines.createEnumeration().hasMoreElements()
    rejected = read_after(document, dispatcher, ".uno:RejectAllTrackedChanges")
    if not has_changes:
        return {"rejected": rejected, "accepted": rejected}
    accepted = read_after(load(desktop, path), dispatcher, ".uno:AcceptAllTrackedChanges")
    return {"rejected": rejected, "accepted": accepted}


def main():
    pipe, *paths = sys.argv[1:]
    context = connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    read = {path: read_both(desktop, dispatcher, path) for path in paths}
    print(json.dumps(read))
    try:
        desktop.terminate()
    except Exception:  # it answers by going away
        pass


main()
