/** What word processors put on the clipboard, shortened where they repeat themselves. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<script>alert(1)</script></head><body lang=SL style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Javno naročanje<o:p></o:p></p>
<h1><span lang=SL style='mso-ansi-language:SL'>Najprej razdeliti<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:6.0pt'>Občina <b style='mso-bidi-font-weight:normal'>Rubano</b> je<span
style='mso-spacerun:yes'>  </span><i>razdelila</i> naročilo.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> Glej <a href="https://example.org/vir">vir</a> in <a
href="file:///C:/Users/ana/porocilo.docx">poročilo</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>prva točka<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><![endif]>pod njo<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>druga točka<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;
</span></span><![endif]>korak<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=300 style='border:solid windowtext 1.0pt'>
<p class=MsoNormal><b>Država</b><o:p></o:p></p></td><td><p class=MsoNormal>Članov</p></td></tr>
<tr><td><p class=MsoNormal>Slovenija</p><p class=MsoNormal>(SI)</p></td><td><p class=MsoNormal>12 | 3</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="s"/><![endif]--><![if !vml]><img width=10 src="file:///C:/temp/image001.png"><![endif]></p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Pogodba VS/2012/0155.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>`;

export const WORD_AS_MARKDOWN = `## Javno naročanje

## Najprej razdeliti

Občina **Rubano** je *razdelila* naročilo.[^1] Glej [vir](https://example.org/vir) in poročilo.

- prva točka
  - pod njo
- druga točka

1. korak

| **Država** | Članov |
| --- | --- |
| Slovenija (SI) | 12 \\| 3 |

[^1]: Pogodba VS/2012/0155.`;

export const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f"><h2 dir="ltr"
style="line-height:1.38;"><span style="font-size:16pt;font-weight:700;">Rubrik</span></h2><p dir="ltr"><span
style="font-weight:400;">Vi är </span><span style="font-weight:700;font-style:italic;">tre</span><span> sektorer, se </span><a
href="https://www.google.com/url?q=https://example.org/a&amp;sa=D"><span style="color:#1155cc">källan</span></a><span>.</span></p><ul><li
dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>ett</span></p></li><li dir="ltr"><p dir="ltr"><span>två</span></p></li></ul></b>`;

export const GOOGLE_AS_MARKDOWN = `## Rubrik

Vi är ***tre*** sektorer, se [källan](https://example.org/a).

- ett
- två`;

export const LIBRE = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p {
margin-bottom: 0.25cm }</style></head><body lang="it-IT"><h1 class="western">Titolo</h1><h2 class="western">Sotto</h2>
<p style="line-height: 115%">Testo<font color="#000000"> nero</font>.<a class="sdfootnoteanc" name="sdfootnote1anc"
href="#sdfootnote1sym"><sup>1</sup></a></p><ol><li><p>uno</p></li><li><p>due</p></li></ol><div id="sdfootnote1"><p
class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>La nota.</p></div></body></html>`;

export const LIBRE_AS_MARKDOWN = `## Titolo

### Sotto

Testo nero.[^1]

1. uno
2. due

[^1]: La nota.`;

export const HOSTILE = `<p onclick="alert(1)">a<img src=x onerror=alert(1)><svg onload=alert(1)></svg><iframe src="javascript:alert(1)"></iframe>
<a href="javascript:alert(1)">b</a><a href="data:text/html,x">c</a></p><form action=/x><input name=_token></form><style>*{display:none}</style>
<math><mtext><img src=x onerror=alert(1)></mtext></math><p style="background:url(https://elsewhere.example/x.png)">d</p>`;

export const HOSTILE_AS_MARKDOWN = `a bc

d`;
