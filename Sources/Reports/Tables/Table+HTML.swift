extension Table {
    /// A table in a frame that scrolls sideways where the page is narrow.
    package var html: String {
        func cells(_ values: [String], _ tag: String) -> String {
            values.map { "<\(tag)>\(SVGStyle.escaped($0))</\(tag)>" }.joined()
        }
        let side = alignsRight ? " class=\"numbers\"" : ""
        var text =
            "<div class=\"scroll\"><table\(side)><caption><span>\(SVGStyle.escaped(caption))</span></caption>\n"
        text += "<thead><tr>\(cells(header, "th"))</tr></thead>\n<tbody>\n"
        for row in rows {
            text +=
                "<tr><th scope=\"row\">\(SVGStyle.escaped(row.label))</th>\(cells(row.cells, "td"))</tr>\n"
        }
        text += "</tbody></table></div>\n"
        return text + notes.map { "<p class=\"note\">\(SVGStyle.escaped($0))</p>\n" }.joined()
    }
}
