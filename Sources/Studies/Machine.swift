import Foundation

/// The machine that a measurement was taken on, for the line under a table.
package enum Machine {
    package static var description: String {
        let information = ProcessInfo.processInfo
        let gigabytes = Double(information.physicalMemory) / 0x1p30
        return "\(processor ?? "unknown processor"), \(information.activeProcessorCount) cores, "
            + "\(Int(gigabytes.rounded())) GB"
    }

    private static var processor: String? {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
            let colon = line.firstIndex(of: ":")
        else { return nil }
        return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
}
