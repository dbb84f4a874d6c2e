import PlatformBasics

/// How much memory this process may take, in bytes: what the machine has to spare, its control group, and the limit on
/// its addresses (`ulimit -v`), whichever is least.
public func availableMemory() -> Double {
    var least = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    if let lines = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8).split(separator: "\n"),
        let line = lines.first(where: { $0.hasPrefix("MemAvailable:") }),
        let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    {
        least = min(least, kilobytes * 1024)
    }
    for path in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let limit = Double(text.split(separator: "\n").first ?? "")
        else { continue }
        least = min(least, limit)
    }
    return min(least, AddressSpace.limit)
}
