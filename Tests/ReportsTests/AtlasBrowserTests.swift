import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Reports
@testable import Studies

/// What the page of an atlas does in Chromium.
@Suite(.enabled(if: LiveProgram.chromium.isPresent, "no Chromium found"), .serialized)
struct AtlasBrowserTests {
    private static let atlas = Result { try Atlas.run(upTo: 9, journal: nil) }

    /// Put before scripts: what people do, and what they see.
    private static let people = """
        const lines = () => [...document.querySelectorAll("tbody tr:not(.commands)")].map(line => line.cells[0].textContent);
        const count = () => document.getElementById("count").textContent;
        const sort = name => document.querySelector(`th[data-name="${name}"] button`).click();
        const order = name => document.querySelector(`th[data-name="${name}"]`).getAttribute("aria-sort");
        const field = name => document.querySelector(`form [name="${name}"]`);
        const enter = (name, value) => {
          field(name).value = value;
          field(name).dispatchEvent(new Event("input", { bubbles: true }));
        };
        const fragment = () => location.hash;

        """

    private struct View: Decodable, Equatable {
        let lines: [String]
        let count: String
        let fragment: String
    }

    private func open<Value: Decodable>(
        _ atlas: Atlas, fragment: String = "", _ script: String
    ) throws -> Value {
        try BrowserPage.run(
            AtlasReport(atlas).rendered(.html, by: .test), fragment: fragment, Self.people + script)
    }

    /// An atlas whose degrees are replaced: those of real architectures are far apart where they are large.
    private func atlas(degrees: [String]) throws -> Atlas {
        let rows = try Self.atlas.get().rows.prefix(degrees.count)
        return Atlas(
            rows: try zip(rows, degrees).map { row, degree in
                var fields = row.fields
                fields[4] = degree
                return try #require(AtlasRow(csv: fields.joined(separator: ",")))
            })
    }

    /// Beyond 2^53 too, where the numbers of a browser are no longer exact; what is not known comes last.
    @Test func sortsIntegers() throws {
        let degrees = ["9007199254740993", "12", "9007199254740992", "2", "9007199254740994", "100"]
        let atlas = try atlas(degrees: degrees)
        let views: [[String]] = try open(
            atlas,
            """
            const shown = () => [...document.querySelectorAll("tbody tr")].map(line => line.cells[3].textContent);
            const views = [shown()];
            for (const _ of [1, 2]) {
              sort("degree");
              views.push(shown(), [order("degree"), fragment()]);
            }
            sort("K");
            views.push([order("degree") ?? "none", order("K")]);
            enter("degree", "9007199254740993..9007199254740993");
            views.push(shown());
            return views;
            """)
        let increasing = [
            "2", "12", "100", "9007199254740992", "9007199254740993", "9007199254740994",
        ]
        #expect(
            views == [
                degrees, increasing, ["ascending", "#sort=degree"], increasing.reversed(),
                ["descending", "#sort=-degree"], ["none", "ascending"], ["9007199254740993"],
            ])
    }

    /// Every column, in both orders, as the program's own values compare.
    @Test func sortsEveryColumn() throws {
        let atlas = try Self.atlas.get()
        let views: [String: [[String]]] = try open(
            atlas,
            """
            const views = {};
            for (const heading of document.querySelectorAll("thead th")) {
              const { name } = heading.dataset;
              views[name] = [1, 2].map(_ => {
                sort(name);
                return [...document.querySelectorAll("tbody tr")].map(line => line.cells[heading.cellIndex].textContent);
              });
            }
            return views;
            """)
        #expect(views.count == AtlasColumn.figures.count + 1)
        for column in AtlasColumn.figures {
            let view = try #require(views[column.rawValue])
            let values = atlas.rows.map { $0.field(column) }
            let isUnknown = { (value: String) in value.isEmpty || value == "unknown" }
            let known = values.filter { !isUnknown($0) }.sorted { one, two in
                if case .words = column.content { return one < two }
                func numbers(_ text: String) -> [Int] {
                    text.split { $0 == " " || $0 == ":" }.compactMap { Int($0) }
                }
                return numbers(one).lexicographicallyPrecedes(numbers(two))
            }
            let unknown: [String] = values.filter(isUnknown)
            let decreasing: [String] = known.reversed()
            #expect(view[0] == known + unknown, "\(column)")
            #expect(view[1] == decreasing + unknown, "\(column)")
        }
        func key(_ one: Architecture) -> [Int] { [one.layerCount] + one.filterSizes + one.strides }
        let byLayers = atlas.rows.map(\.architecture).sorted { key($0).lexicographicallyPrecedes(key($1)) }
        #expect(views["architecture"]?.first == byLayers.map { "\($0)" })
    }

    /// What is entered, and which rows are to be shown.
    private struct Example {
        let filters: [String: String]
        let passes: (AtlasRow) -> Bool

        init(_ filters: [String: String], _ passes: @escaping (AtlasRow) -> Bool) {
            (self.filters, self.passes) = (filters, passes)
        }
    }

    private static var architectures: [Example] {
        func example(_ text: String, _ passes: @escaping (Architecture) -> Bool) -> Example {
            Example(["architecture": text]) { passes($0.architecture) }
        }
        return [
            example("5,2;3") { "\($0)" == "(5,2;3)" }, example("(5,2;3)") { "\($0)" == "(5,2;3)" },
            example(" 5 2 ; 3 ") { "\($0)" == "(5,2;3)" }, example("2,2;2") { "\($0)" == "(2,2;2)" },
            example("2,2,2") { $0.filterSizes.starts(with: [2, 2, 2]) },
            example(";3") { $0.strides[0] == 3 }, example("(2,") { $0.filterSizes[0] == 2 },
            example("7") { ($0.filterSizes + $0.strides).contains(7) },
        ]
    }

    private static var numbers: [Example] {
        func example(_ range: String, _ passes: @escaping (Int) -> Bool) -> Example {
            Example(["K": range]) { passes($0.architecture.endToEndFilterSize) }
        }
        return [
            example("8") { $0 == 8 }, example("6..7") { 6...7 ~= $0 }, example(" 8 .. ") { $0 >= 8 },
            example("..5") { $0 <= 5 }, example("9..8") { _ in false },
            Example(["layers": "3"]) { $0.architecture.layerCount == 3 },
            Example(["codimension": "1"]) {
                $0.architecture.endToEndFilterSize - $0.architecture.dimension == 1
            },
            Example(["dimension": "5", "K": "7.."]) {
                $0.architecture.dimension == 5 && $0.architecture.endToEndFilterSize >= 7
            },
            Example(["depth": "5"]) { $0.homology.depth == 5 },
            Example(["regularity": "3.."]) { $0.homology.regularity >= 3 },
        ]
    }

    private static var words: [Example] {
        [
            Example(["minimality": "certified"]) { $0.minimality == .certified },
            Example(["J_radical": "no"]) { $0.isRadical == false },
            Example(["basis": "levels"]) { $0.basis == .levels },
            Example(["cohen_macaulay": "no"]) { !$0.homology.isCohenMacaulay },
            Example(["smooth": "yes"]) { $0.singularCodimension == nil },
            Example(["smooth": "no", "singular_codimension": "2.."]) {
                ($0.singularCodimension ?? 0) >= 2
            },
        ]
    }

    /// Each filter shows what the program's own values say, and several what passes all.
    @Test func filters() throws {
        let rows = try Self.atlas.get().rows
        let examples = Self.architectures + Self.numbers + Self.words
        let entries = String(decoding: try JSONEncoder().encode(examples.map(\.filters)), as: UTF8.self)
        let views: [View] = try open(
            Self.atlas.get(),
            """
            const views = [];
            for (const filters of \(entries)) {
              for (const name in filters) enter(name, filters[name]);
              await pause();
              views.push({ lines: lines(), count: count(), fragment: fragment() });
              for (const name in filters) enter(name, "");
            }
            views.push({ lines: lines(), count: count(), fragment: fragment() });
            return views;
            """)
        #expect(views.count == examples.count + 1)
        for (view, example) in zip(views, examples) {
            let passing = rows.filter(example.passes).map { "\($0.architecture)" }
            #expect(view.lines == passing, "\(example.filters)")
            #expect(view.count == "\(passing.count) of \(rows.count) architectures")
            #expect(
                example.filters["K"] == "9..8" || !passing.isEmpty && passing.count < rows.count,
                "\(example.filters)")
        }
        #expect(
            views.last
                == View(
                    lines: rows.map { "\($0.architecture)" },
                    count: "\(rows.count) of \(rows.count) architectures",
                    fragment: ""))
    }

    /// What cannot be understood is said and not heeded.
    @Test func badFilters() throws {
        let views: [[String]] = try open(
            Self.atlas.get(),
            """
            const views = [];
            for (const [name, value] of [["K", "x"], ["K", ".."], ["K", "1,2"], ["degree", "-3"], ["architecture", "5,2*"]]) {
              enter(name, value);
              views.push([count(), String(lines().length), String(field(name).matches(":invalid"))]);
              enter(name, "");
              views.push([count(), String(lines().length), String(field(name).matches(":invalid"))]);
            }
            return views;
            """)
        let size = try Self.atlas.get().rows.count
        let all = "\(size) of \(size) architectures"
        let range = "is not heeded: no range such as 8..12"
        let complaints = [
            "K \(range)", "K \(range)", "K \(range)", "degree \(range)",
            "(k;s) is not heeded: no architecture such as 5,2;3",
        ]
        #expect(
            views
                == complaints.flatMap {
                    [["\(all); \($0)", "\(size)", "true"], [all, "\(size)", "false"]]
                })
    }

    /// An address leads to the view that it was copied from, whether the page is opened with it or goes there.
    @Test func addresses() throws {
        let atlas = try Self.atlas.get()
        let read = "({ lines: lines(), count: count(), fragment: fragment() })"
        let made: View = try open(
            atlas,
            """
            enter("architecture", "2;2");
            enter("K", "7..");
            enter("cohen_macaulay", "yes");
            sort("degree");
            sort("degree");
            await pause();
            return \(read);
            """)
        #expect(made.fragment == "#architecture=2;2&K=7..&cohen_macaulay=yes&sort=-degree")
        #expect(made.lines.count > 2 && made.lines.count < atlas.rows.count)
        let opened: View = try open(
            atlas, fragment: String(made.fragment.dropFirst()), "await pause(); return \(read);")
        #expect(opened == made)
        let more: [String] = try open(
            atlas,
            """
            const seen = [];
            for (const hash of ["\(made.fragment)", "#architecture=%3Cimg%20src%3Dx%3E&sort=constructor&minimality=wrong&x=1", ""]) {
              location.hash = hash;
              await pause();
              seen.push(lines().join(" "), field("architecture").value, field("K").value, order("degree") ?? "", count());
            }
            seen.push(String(document.querySelectorAll("img").length));
            enter("architecture", "a&b=c#%+");
            const written = fragment();
            location.hash = "";
            await pause();
            location.hash = written;
            await pause();
            return [...seen, field("architecture").value];
            """)
        let all = atlas.rows.map { "\($0.architecture)" }.joined(separator: " ")
        let total = "\(atlas.rows.count) of \(atlas.rows.count) architectures"
        #expect(
            more == [
                made.lines.joined(separator: " "), "2;2", "7..", "descending", made.count,
                all, "<img src=x>", "", "", "\(total); (k;s) is not heeded: no architecture such as 5,2;3",
                all, "", "", "", total, "0", "a&b=c#%+",
            ])
    }

    /// The lines that are saved are those of the CSV, as they are shown; with nothing filtered, the whole file.
    @Test func savesCSV() throws {
        let atlas = try Self.atlas.get()
        struct Saved: Decodable {
            let name: String
            let text: String
        }
        let saved: [Saved] = try open(
            atlas,
            """
            const saved = [];
            let blob;
            const made = URL.createObjectURL;
            URL.createObjectURL = part => { blob = part; return made.call(URL, part); };
            HTMLAnchorElement.prototype.click = function () { saved.push({ name: this.download, href: this.href }); };
            const save = async () => {
              document.getElementById("save").click();
              saved[saved.length - 1].text = await blob.text();
            };
            await save();
            enter("smooth", "no");
            sort("dual_degree");
            await save();
            if (!saved.every(one => one.href.startsWith("blob:"))) throw new Error("no blob");
            return saved;
            """)
        let whole = AtlasReport(atlas).rendered(.csv, by: .test)
        let singular = atlas.rows.filter { $0.singularCodimension != nil }.enumerated().sorted {
            ($0.element.dual.degree, $0.offset) < ($1.element.dual.degree, $1.offset)
        }
        let lines = [Atlas.heading] + singular.map(\.element.csv)
        #expect(saved.map(\.name) == ["atlas.csv", "atlas.csv"])
        #expect(saved.map(\.text) == [whole, lines.map { $0 + "\n" }.joined()])
    }

    /// All lines come, also where there are many, after sorting and filtering in one go.
    @Test func manyLines() throws {
        let rows = try Self.atlas.get().rows
        let atlas = Atlas(rows: (0..<40).flatMap { _ in rows })
        let counts: [Int] = try open(
            atlas,
            """
            sort("degree");
            const first = lines().length;
            sort("K");
            enter("K", "8..");
            await pause();
            return [first, lines().length];
            """)
        let passing = rows.count { $0.architecture.endToEndFilterSize >= 8 }
        #expect(counts == [100, 40 * passing])
    }

    /// Headings are buttons with their explanations, and a row has its commands, which go with it.
    @Test func headingsAndCommands() throws {
        let seen: [[String]] = try open(
            Self.atlas.get(),
            """
            const headings = [...document.querySelectorAll("thead th")];
            const button = () => [...document.querySelectorAll("tbody button")].find(button => button.textContent === "(3,2;2)");
            button().click();
            const below = () => button().closest("tr").nextElementSibling.textContent.split("\\n");
            const seen = [headings.map(heading => heading.querySelector("button abbr").textContent), below()];
            sort("degree");
            await pause();
            seen.push(below(), [button().getAttribute("aria-expanded"), count()]);
            button().click();
            seen.push([String(document.querySelectorAll(".commands").length), button().getAttribute("aria-expanded")]);
            button().click();
            document.querySelector(".commands a").click();
            await pause();
            seen.push(lines(), [fragment(), order("degree") ?? "none"]);
            return seen;
            """)
        let size = try Self.atlas.get().rows.count
        let commands =
            AtlasPage.commands.map {
                "lcngen " + $0.replacing("--k k", with: "--k 3,2").replacing("--s s", with: "--s 2")
            } + ["only this line"]
        #expect(
            seen == [
                [AtlasColumn.architectureHeading] + AtlasColumn.figures.map(\.heading), commands, commands,
                ["true", "\(size) of \(size) architectures"], ["0", "false"], ["(3,2;2)"],
                ["#architecture=(3,2;2)", "none"],
            ])
    }

    /// An atlas of nothing, and of one line.
    @Test(arguments: [(3, 0), (4, 1)]) func small(largest: Int, count: Int) throws {
        let seen: [String] = try open(
            Atlas.run(upTo: largest, journal: nil),
            """
            const seen = [count()];
            for (const heading of document.querySelectorAll("thead th")) sort(heading.dataset.name);
            enter("K", "5");
            seen.push(count(), String(lines().length), field("K").placeholder);
            document.querySelector("[type=reset]").click();
            await pause();
            return [...seen, count(), String(lines().length), fragment()];
            """)
        #expect(
            seen == [
                "\(count) of \(count) architectures", "0 of \(count) architectures", "0",
                count == 0 ? "" : "4..4", "\(count) of \(count) architectures", "\(count)", "",
            ])
    }

    /// The page that is published, at the address that its guide names.
    @Test func published() throws {
        let guide = String(decoding: try Fixtures.bytes("atlas/README.md"), as: UTF8.self)
        let address = try #require(guide.firstMatch(of: /`atlas-24\.html#([^`]+)`/)).1
        let page = String(decoding: try Fixtures.bytes("atlas/atlas-24.html"), as: UTF8.self)
        let views: [View] = try BrowserPage.run(
            page, fragment: String(address),
            Self.people + """
                const view = () => ({ lines: lines(), count: count(), fragment: fragment() });
                await pause();
                const views = [view()];
                document.querySelector("[type=reset]").click();
                await pause();
                return [...views, view()];
                """)
        let rows = String(decoding: try Fixtures.bytes("atlas/atlas-24.csv"), as: UTF8.self)
            .split(separator: "\n").compactMap { AtlasRow(csv: $0) }
        #expect(rows.count == 1_119)
        let hypersurfaces = rows.filter {
            $0.architecture.endToEndFilterSize == $0.architecture.dimension + 1
        }
        .enumerated().sorted { ($1.element.degree, $0.offset) < ($0.element.degree, $1.offset) }
        .map { "\($0.element.architecture)" }
        #expect(hypersurfaces.count > 10)
        #expect(
            views == [
                View(
                    lines: hypersurfaces, count: "\(hypersurfaces.count) of 1,119 architectures",
                    fragment: "#\(address)"),
                View(
                    lines: rows.map { "\($0.architecture)" }, count: "1,119 of 1,119 architectures",
                    fragment: ""),
            ])
    }
}
