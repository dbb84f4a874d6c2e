/// A program in Python that reads files for Oscar: it parses them as Julia, evaluates what they use of it, which is very
/// little, and refuses anything else.
enum OscarReader {
    static let script = #"""
        import sys
        import tree_sitter
        import tree_sitter_julia

        parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_julia.language()))


        def text(node):
            return node.text.decode()


        def parts(node, *marks):
            """The children of a list; between them stand only these marks."""
            for child in node.children:
                assert child.is_named or text(child) in marks, text(child)
            return node.named_children


        def product(a, b):
            result = {}
            for x, c in a.items():
                for y, d in b.items():
                    z = tuple(i + j for i, j in zip(x, y))
                    result[z] = result.get(z, 0) + c * d
            return result


        def polynomial(node, names):
            zero = (0,) * len(names)
            if node.type == "integer_literal":
                return {zero: int(text(node))}
            if node.type == "identifier":
                place = names.index(text(node))
                return {tuple(int(i == place) for i in range(len(names))): 1}
            if node.type == "call_expression":
                assert text(node) == "zero(R)", text(node)
                return {}
            if node.type == "unary_expression":
                sign, value = node.children
                assert text(sign) == "-", text(sign)
                return product({zero: -1}, polynomial(value, names))
            assert node.type == "binary_expression", node.type
            left, sign, right = node.children
            left = polynomial(left, names)
            if text(sign) == "^":
                result = {zero: 1}
                for _ in range(int(text(right))):
                    result = product(result, left)
                return result
            right = polynomial(right, names)
            if text(sign) == "*":
                return product(left, right)
            assert text(sign) in "+-", text(sign)
            result = dict(left)
            for x, c in right.items():
                result[x] = result.get(x, 0) + (c if text(sign) == "+" else -c)
            return result


        def read(path):
            with open(path, "rb") as file:
                root = parser.parse(file.read()).root_node
            assert not root.has_error, path
            statements = [node for node in root.named_children if node.type != "line_comment"]
            using, ring, ideal = statements
            assert text(using) == "using Oscar"

            target, sign, call = ring.children
            assert ring.type == "assignment" and text(sign) == "="
            r, variables = parts(target, ",")
            assert text(r) == "R" and variables.type == "tuple_expression"
            names = [text(name) for name in parts(variables, "(", ",", ")")]
            function, arguments = call.children
            assert text(function) == "polynomial_ring"
            field, strings, order = parts(arguments, "(", ",", ";", ")")
            assert [text(s) for s in parts(strings, "[", ",", "]")] == ['"' + name + '"' for name in names]
            key, sign, value = order.children
            assert order.type == "named_argument" and text(key) == "internal_ordering" and text(sign) == "="

            name, sign, call = ideal.children
            assert ideal.type == "assignment" and name.type == "identifier" and text(sign) == "="
            function, arguments = call.children
            r, generators = parts(arguments, "(", ",", ")")
            assert text(function) == "ideal" and text(r) == "R" and generators.type == "vector_expression"
            print("@", text(name), text(field), text(value), ",".join(names))
            for generator in parts(generators, "[", ",", "]"):
                terms = []
                for exponents, coefficient in polynomial(generator, names).items():
                    powers = [n + "^" + str(e) for n, e in zip(names, exponents) if e > 0]
                    terms.append("*".join([str(coefficient)] + powers))
                print("+".join(terms).replace("+-", "-") or "0")


        for path in sys.argv[1:]:
            read(path)
        """#
}
