//! Word and WPS: Office Open XML (ECMA-376) with the styles of a Chinese document.
//!
//! 正文 begins with an indent of two characters (`w:firstLineChars`, so that it stays two characters
//! at any size), 标题 and 副标题 are Word's own styles, page header and footer carry the issue and
//! the page. Element order is the schema's: Word refuses what other programs forgive.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::domain::{Block, Draft, IssueDoc, Kind};

use super::markup::escape;
use super::{Format, credits, label, masthead, of_kind};

/// `docx`.
pub struct Docx;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn extension(&self) -> &'static str {
        "docx"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        // Nothing of it can fail: it is written to memory.
        package(issue).unwrap_or_default()
    }
}

fn package(issue: &IssueDoc) -> zip::result::ZipResult<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        (
            "_rels/.rels",
            relations(&[("officeDocument", "word/document.xml")]),
        ),
        ("word/document.xml", document(issue)),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("styles", "styles.xml"),
                ("header", "header1.xml"),
                ("footer", "footer1.xml"),
            ]),
        ),
        ("word/styles.xml", styles()),
        ("word/header1.xml", header(issue)),
        ("word/footer1.xml", footer()),
    ];
    // No clock: the same issue gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> String {
    let mut out = format!("{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">");
    out.push_str("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    out.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}

fn relations(parts: &[(&str, &str)]) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, (kind, target)) in parts.iter().enumerate() {
        let id = at + 1;
        let _ = write!(
            out,
            "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
        );
    }
    out.push_str("</Relationships>");
    out
}

/// A style: its id, Word's name for it, what it is based on, paragraph and run properties.
struct Style(&'static str, &'static str, &'static str, &'static str);

const STYLES: &[Style] = &[
    Style(
        "Title",
        "Title",
        "<w:spacing w:before=\"240\" w:after=\"120\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:rFonts w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
    ),
    Style(
        "Subtitle",
        "Subtitle",
        "<w:spacing w:after=\"120\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:rFonts w:eastAsia=\"楷体\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    Style(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:rFonts w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ),
    Style(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:rFonts w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    ),
    Style(
        "Kicker",
        "地点",
        "<w:keepNext/><w:spacing w:before=\"360\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>",
        "<w:rFonts w:eastAsia=\"楷体\"/>",
    ),
    Style(
        "Header",
        "header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    Style(
        "Footer",
        "footer",
        "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
];

fn styles() -> String {
    let mut out =
        format!("{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>");
    out.push_str("<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>");
    out.push_str(
        "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>",
    );
    out.push_str("</w:rPr></w:rPrDefault></w:docDefaults>");
    out.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>");
    out.push_str("<w:pPr><w:spacing w:line=\"400\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/><w:jc w:val=\"both\"/></w:pPr></w:style>");
    for Style(id, name, paragraph, run) in STYLES {
        let own = if name.is_ascii() {
            ""
        } else {
            " w:customStyle=\"1\""
        };
        // A line of set height would cut tall letters.
        let paragraph = paragraph.replace(
            "<w:spacing ",
            "<w:spacing w:line=\"240\" w:lineRule=\"auto\" ",
        );
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\"{own} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    out.push_str("</w:styles>");
    out
}

/// A paragraph; without a style it is 正文.
fn paragraph(style: &str, text: &str, out: &mut String) {
    out.push_str("<w:p>");
    if !style.is_empty() {
        let _ = write!(out, "<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
    }
    out.push_str("<w:r><w:t xml:space=\"preserve\">");
    escape(text, out);
    out.push_str("</w:t></w:r></w:p>");
}

fn document(issue: &IssueDoc) -> String {
    let mut out = String::with_capacity(issue.size() * 2);
    let _ = write!(
        out,
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><w:body>"
    );
    paragraph("Title", &issue.title, &mut out);
    paragraph("Subtitle", &masthead(issue), &mut out);
    for draft in issue.items.iter().filter(|draft| draft.kind != Kind::Brief) {
        story(draft, &mut out);
    }
    for (at, draft) in of_kind(issue, Kind::Brief).enumerate() {
        if at == 0 {
            paragraph("Heading1", "简讯", &mut out);
        }
        body(draft, "●", &mut out);
    }
    let credits = credits(issue);
    if !credits.is_empty() {
        paragraph("Kicker", &credits, &mut out);
    }
    // A4 with 2.54 cm above and below, 3.17 cm at the sides; in twentieths of a point.
    out.push_str("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/>");
    out.push_str("<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1797\" w:bottom=\"1440\" w:left=\"1797\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>");
    out.push_str("</w:sectPr></w:body></w:document>");
    out
}

fn story(draft: &Draft, out: &mut String) {
    if draft.kind == Kind::Intro {
        paragraph("Kicker", &format!("【{}】", label(draft)), out);
    }
    let deck = if draft.deck.is_empty() {
        String::new()
    } else {
        format!("——{}", draft.deck)
    };
    let lines = [
        ("Kicker", &draft.place),
        ("Heading1", &draft.headline),
        ("Subtitle", &deck),
    ];
    for (style, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        paragraph(style, text, out);
    }
    body(draft, "", out);
}

/// The text; the byline ends its last paragraph, `bullet` begins the first.
fn body(draft: &Draft, bullet: &str, out: &mut String) {
    let blocks: Vec<Block> = draft.blocks().collect();
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    let first = blocks.iter().position(is_paragraph);
    let last = blocks.iter().rposition(is_paragraph);
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Crosshead(head) => paragraph("Heading2", head, out),
            Block::Paragraph(text) => {
                let begin = if Some(at) == first { bullet } else { "" };
                let byline = if Some(at) == last {
                    draft.byline.printed()
                } else {
                    String::new()
                };
                paragraph("", &format!("{begin}{text}{byline}"), out);
            }
        }
    }
}

fn header(issue: &IssueDoc) -> String {
    let mut out = format!("{HEAD}<w:hdr xmlns:w=\"{MAIN}\">");
    let text = format!("{}　{}", issue.title, masthead(issue));
    paragraph("Header", &text, &mut out);
    out.push_str("</w:hdr>");
    out
}

fn footer() -> String {
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>",
        text("第"),
        field("PAGE"),
        text("页　共"),
        field("NUMPAGES"),
        text("页")
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Read;

    /// The text of a part.
    pub fn part(bytes: &[u8], name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        zip.by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    #[test]
    fn the_paragraphs_are_those_of_the_issue_with_their_styles() {
        let bytes = Docx.render(&super::super::tests::sample());
        let text = part(&bytes, "word/document.xml");
        for (style, words) in [
            ("Title", "亮点工作系列报道"),
            ("Kicker", "【开栏语】"),
            ("Heading1", "楼道亮了　邻里近了"),
            ("Subtitle", "——一盏灯的故事"),
            ("Heading2", "一 装灯"),
        ] {
            let wanted = format!(
                "<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{words}"
            );
            assert!(text.contains(&wanted), "{style} {words}\n{text}");
        }
        assert!(part(&bytes, "word/styles.xml").contains("w:firstLineChars=\"200\""));
        assert!(part(&bytes, "word/header1.xml").contains("第12期"));
        assert!(part(&bytes, "word/footer1.xml").contains(" PAGE "));
    }

    #[test]
    fn hostile_text_is_text() {
        let mut issue = super::super::tests::sample();
        issue.items[1].headline = "]]></w:t><w:p/>&\"'".into();
        let text = part(&Docx.render(&issue), "word/document.xml");
        assert!(text.contains("]]&gt;&lt;/w:t&gt;&lt;w:p/&gt;&amp;&quot;&#39;"));
    }

    #[test]
    fn nothing_of_the_machine_is_in_the_file() {
        let bytes = Docx.render(&super::super::tests::sample());
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
        for at in 0..zip.len() {
            let file = zip.by_index(at).unwrap();
            assert_eq!(file.last_modified().unwrap(), DateTime::default());
        }
    }
}
