import Macaulay2

@main
struct Main {
    static func main() {}
}
