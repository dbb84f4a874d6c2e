import Foundation

/// A page in Chromium, and what a script finds there.
package enum BrowserPage {
    package struct NoReport: Error { let output: String }

    private struct Outcome<Value: Decodable>: Decodable {
        let value: Value?
        /// What was thrown, by the script or by the page.
        let errors: [String]
    }

    package struct ScriptErrors: Error { let errors: [String] }

    /// Opens a page, from a file, and runs a script in it.
    ///
    /// - Parameters:
    ///   - fragment: of the address, without `#`.
    ///   - script: the body of an asynchronous function. It returns a value and may `await pause()`, until the page has done
    ///     what it does a moment later.
    /// - Throws: ``ScriptErrors`` for errors of the script and of the page.
    package static func run<Value: Decodable>(
        _ page: String, fragment: String = "", _ script: String, returning _: Value.Type = Value.self
    ) throws -> Value {
        let harness = """
            <script>
            { const errors = [];
              addEventListener("error", event => errors.push(event.message));
              const pause = () => new Promise(resolve => setTimeout(resolve, 2000));
              addEventListener("load", async () => {
                let value;
                try { value = await (async () => { \(script) })(); } catch (error) { errors.push(String(error)); }
                const report = document.createElement("pre");
                report.id = "report";
                report.textContent = encodeURIComponent(JSON.stringify({ value, errors }));
                document.body.append(report);
              }); }
            </script>
            """
        guard let head = page.range(of: "<head>") else { throw NoReport(output: "a page without a head") }
        let outcome: Outcome<Value> = try report(
            of: page.replacingCharacters(in: head, with: "<head>" + harness), fragment: fragment)
        guard outcome.errors.isEmpty, let value = outcome.value else {
            throw ScriptErrors(errors: outcome.errors)
        }
        return value
    }

    /// What a page leaves, as JSON with escapes, in its element `report`.
    static func report<Value: Decodable>(of page: String, fragment: String = "") throws -> Value {
        let scratch = try ScratchFolder()
        try scratch.write(page, to: "page.html")
        // Time goes on at once where nothing is to be done.
        let (_, output) = try LiveProgram.run(
            LiveProgram.chromium.path ?? LiveProgram.chromium.name,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--user-data-dir=\(scratch.path)/profile", "--virtual-time-budget=60000", "--dump-dom",
                "file://\(scratch.path)/page.html" + (fragment.isEmpty ? "" : "#\(fragment)"),
            ], in: scratch)
        guard let report = output.firstMatch(of: /<pre id="report">([^<]*)<\/pre>/),
            let json = String(report.1).removingPercentEncoding
        else { throw NoReport(output: String(output.suffix(2_000))) }
        return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }
}
