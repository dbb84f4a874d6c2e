import PlatformBasics

/// The machine that a measurement was taken on, for the line under a table.
package enum Machine {
    package static var description: String {
        let information = ProcessInfo.processInfo
        let gigabytes = Double(information.physicalMemory) / 0x1p30
        return "\(processor ?? "unknown processor"), \(information.activeProcessorCount) cores, "
            + "\(Int(gigabytes.rounded())) GB"
    }

    private static var processor: String? {
        guard let bytes = try? FileBytes.read(path: "/proc/cpuinfo"),
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first(where: {
                $0.hasPrefix("model name")
            }),
            let colon = line.firstIndex(of: ":")
        else { return nil }
        return line[line.index(after: colon)...].withoutBlanksAround
    }

    /// The largest resident size of this process until now.
    package static var peakMegabytes: Int {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            let unit = 1 << 20
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let unit = 1 << 10
        #endif
        return usage.ru_maxrss / unit
    }
}
