"""Makes the sample documents of tests/parse/golden whose formats are no text: `python -m tests.parse.samples`.

All is of our own writing, byte for byte the same each time, and with what such files have in them: headers and footers,
words broken at line ends, columns, tracked changes, remarks, styles named in another language, attachments.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
HEADLINE = "Orvik keeps its ferry"
DATELINE = "ORVIK, Norland, Oct 19 (NNA) - "
FIRST = "The old ferry of Orvik will sail on, the town council decided on Thursday after a long debate."
QUOTE = "“The ferry is ours, and it stays ours as long as I am mayor,” said Mara Lind, the mayor of Orvik."
LAST = "The ship is ninety years old. A well-known yard in Marlow had offered to buy it."
OTHER = "Marlow yard opens its gates"
OTHER_FIRST = "The yard of Marlow showed its new dock to neighbours on Friday, the first time in eleven years."
OTHER_QUOTE = "“Nobody here builds in secret,” said Tom Brandt, who runs the yard with his two sisters."


def zipped(files: Mapping[str, str]) -> bytes:
    """A ZIP archive with the same bytes each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 10, 19, 0, 0, 0)), text.encode())
    return made.getvalue()


def docx() -> bytes:
    """Two articles; styles named in German, a sentence put in and one taken out while changes were tracked."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def run(text: str) -> str:
        return f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def paragraph(inner: str, style: str = "") -> str:
        named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{named}{inner}</w:p>"

    body = [
        paragraph(run(HEADLINE), "berschrift1"),
        paragraph(run("By Ada Lund")),
        paragraph(run(DATELINE + FIRST[:20]) + run(FIRST[20:])),
        paragraph(run(QUOTE) + "<w:del><w:r><w:delText>Nobody knows.</w:delText></w:r></w:del>"),
        paragraph(f"<w:ins>{run(LAST)}</w:ins><w:r><w:footnoteReference/></w:r>"),
        paragraph(run(OTHER), "berschrift1"),
        paragraph(run("By Ole Varg")),
        f"<w:tbl><w:tr><w:tc>{paragraph(run(OTHER_FIRST))}</w:tc></w:tr></w:tbl>",
        paragraph(run(OTHER_QUOTE)),
    ]
    style = '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {space}><w:body>{''.join(body)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {space}>{style}</w:styles>",
        }
    )


def odt() -> bytes:
    """One article, with a remark, a footnote and a deleted sentence."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    body = (
        "<text:tracked-changes><text:p>Nobody knows.</text:p></text:tracked-changes>"
        f'<text:h text:outline-level="1">{HEADLINE}</text:h><text:p>By Ada Lund</text:p>'
        f"<text:p>{DATELINE}{FIRST[:30]}<text:span>{FIRST[30:]}</text:span><office:annotation><text:p>Sure?</text:p>"
        f"</office:annotation></text:p><text:p>{QUOTE}<text:note><text:p>A footnote.</text:p></text:note></text:p>"
        f"<text:list><text:list-item><text:p>{LAST}</text:p></text:list-item></text:list>"
    )
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content + "</office:document-content>",
            "meta.xml": f'<office:document-meta {spaces}><office:meta><dc:title xmlns:dc="x">A draft</dc:title>'
            "</office:meta></office:document-meta>",
        }
    )


def epub() -> bytes:
    """A magazine of two articles, with a cover and a table of contents."""
    package = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Norland Review</dc:title><dc:publisher>Norland Review</dc:publisher><dc:date>2023-10-20</dc:date>
<dc:language>en</dc:language></metadata><manifest><item id="c" href="cover.xhtml"/><item id="n" href="nav.xhtml"/>
<item id="a" href="text/a%201.xhtml"/><item id="b" href="text/b.xhtml"/></manifest>
<spine><itemref idref="c"/><itemref idref="n" linear="no"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""

    def document(title: str, *paragraphs: str) -> str:
        inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        head = "<head><title>Norland Review</title></head>"
        return f'<html xmlns="http://www.w3.org/1999/xhtml">{head}<body><h1>{title}</h1>{inner}</body></html>'

    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OEBPS/book.opf"/></container>',
            "OEBPS/book.opf": package,
            "OEBPS/cover.xhtml": document("Norland Review"),
            "OEBPS/nav.xhtml": document("Contents", HEADLINE, OTHER),
            "OEBPS/text/a 1.xhtml": document(HEADLINE, "By Ada Lund", DATELINE + FIRST, QUOTE, LAST),
            "OEBPS/text/b.xhtml": document(OTHER, "By Ole Varg", OTHER_FIRST, OTHER_QUOTE),
        }
    )


def rtf() -> bytes:
    """One article as agencies' copy is typed, with a picture in it."""

    def coded(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    picture = "{\\pict\\pngblip " + "89504e470d0a1a0a" * 40 + "}"
    lines = [HEADLINE, "By Ada Lund", DATELINE + FIRST, QUOTE, LAST]
    body = "\\par\n".join(map(coded, lines))
    head = "{\\rtf1\\ansi\\deff0{\\info{\\title A draft}}{\\fonttbl{\\f0 Serif;}}\n"
    return (head + picture + body + "\\par}").encode()


def eml() -> bytes:
    """An article by mail, and another attached to it."""
    other = f"{OTHER}\n\nBy Ole Varg\n\n{OTHER_FIRST}\n\n{OTHER_QUOTE}\n"
    return (
        f"""From: Norland News Agency <desk@nna.example>
To: Orvik Courier <copy@courier.example>
Subject: Fwd: {HEADLINE}
Date: Thu, 19 Oct 2023 18:30:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/plain; charset=utf-8

{DATELINE}{FIRST}

{QUOTE}

{LAST}

-- 
Desk of the Norland News Agency, Harbour Street 4
--part
Content-Type: image/png
Content-Disposition: attachment; filename="ferry.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--part
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="yard.txt"

{other}
--part--
"""  # noqa: W291 - the mark of a signature
    ).encode()


def markdown() -> bytes:
    """One article with facts at the top, links, a picture, and lines that go on."""
    body = QUOTE.replace("Mara Lind", "[Mara Lind](https://orvik.example/lind)")
    return (
        f"---\ntitle: A draft\nauthor: Ada Lund\ndate: 2023-10-19\nlang: en\n---\n\n# {HEADLINE}\n\n"
        f"![The ferry](ferry.png)\n\n{DATELINE}{FIRST[:40]}\n{FIRST[40:]}\n\n> {body}\n\n* {LAST}\n"
    ).encode()


def pdf() -> bytes:
    """One article in two columns on two pages, each with a header and a number; words are broken at line ends."""
    first = ["ORVIK, Norland, Oct 19 (NNA) - The old fer-", "ry of Orvik will sail on, the town council de-",
             "cided on Thursday after a long debate."]  # fmt: skip
    second = ["“The ferry is ours, and it stays ours as long as", "I am mayor,” said Mara Lind, the mayor of Or-",
              "vik. “We asked those who sail on it each day,", "and all of them want it.”"]  # fmt: skip
    third = ["The ship is ninety years old. A well-", "known yard in Marlow had offered to buy", "it."]
    fourth = ["Its captain heard the news at the quay, where", "she was painting the well-known bow.", "She went on."]
    page = [(50, 800, 8, "Orvik Courier, 20 October 2023"), (50, 760, 20, HEADLINE), (50, 735, 10, "By Ada Lund")]
    page += _column(50, 710, first) + _column(50, 665, second) + _column(300, 710, third)
    last = [(50, 800, 8, "Orvik Courier, 20 October 2023"), *_column(50, 770, fourth)]
    return pdf_of([[*page, (290, 20, 8, "1")], [*last, (290, 20, 8, "2")]])


def _column(x: int, y: int, lines: Sequence[str]) -> list[tuple[int, int, int, str]]:
    return [(x, y - 12 * at, 10, line) for at, line in enumerate(lines)]


def pdf_of(pages: Sequence[Sequence[tuple[int, int, int, str]]]) -> bytes:
    """A PDF of lines: place from the left and the bottom, height of letters, text."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        stream = b"\n".join(
            b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (size, x, y, text.encode("cp1252")) for x, y, size, text in lines
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (4 + 2 * at)
        )
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def msg() -> bytes:
    """An article as mail of Outlook: a compound file of three streams."""
    body = f"{DATELINE}{FIRST}\r\n\r\n{QUOTE}\r\n\r\n{LAST}".encode("utf-16-le")
    subject = f"FW: {HEADLINE}".encode("utf-16-le")
    entries = b"".join(
        struct.pack("<HHIII", kind, tag, 6, size, 0)
        for kind, tag, size in ((0x1F, 0x37, len(subject) + 2), (0x1F, 0x1000, len(body) + 2))
    )
    return compound(
        {
            "__properties_version1.0": bytes(32) + entries,
            "__substg1.0_0037001F": subject,
            "__substg1.0_1000001F": body,
        }
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (an old office document) of a few streams, padded to 4096 bytes: shorter ones go elsewhere."""
    free, end, sector = 0xFFFFFFFF, 0xFFFFFFFE, 512
    table, data, entries = [0xFFFFFFFD], b"", []

    def entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le")
        head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, right, child)
        return head + bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", start, size)

    def chain(content: bytes) -> int:
        nonlocal data
        start, count = len(table), -(-len(content) // sector)
        table.extend(range(start + 1, start + count))
        table.append(end)
        data += content.ljust(count * sector, b"\0")
        return start

    for at, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(4096, b"\0")
        entries.append(entry(name, 2, at + 1 if at < len(streams) else free, free, chain(padded), len(padded)))
    directory = entry("Root Entry", 5, free, 1, end, 0) + b"".join(entries)
    first = chain(directory)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, first, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<I", free) * 108
    fat = b"".join(struct.pack("<I", one) for one in table).ljust(sector, b"\xff")
    return header + fat + data


SAMPLES = {
    "two.docx": docx, "story.odt": odt, "magazine.epub": epub, "story.rtf": rtf, "mail.eml": eml, "story.md": markdown,
    "story.pdf": pdf, "mail.msg": msg,
}  # fmt: skip


if __name__ == "__main__":
    for called, make in SAMPLES.items():
        (FOLDER / called).write_bytes(make())
