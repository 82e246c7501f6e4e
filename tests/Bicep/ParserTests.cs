using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests;

/// <summary>What is written comes out as the tree that is meant.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a == b && c || d", "(((a == b) && c) || d)")]
    [InlineData("!a ? b : c ? d : e", "(!a ? b : (c ? d : e))")]
    [InlineData("a\n  ? b\n  : c", "(a ? b : c)")]
    [InlineData("a ?? b", "(a ?? b)")]
    [InlineData("a!.b.?c[0]::d", "a!.b.?c[0]::d")]
    [InlineData("f(a,\n  b)", "f(a, b)")]
    [InlineData("az.f(a).g()", "az.f(a).g()")]
    [InlineData("'x${a}y${'z${b}'}'", "'x'+a+'y'+'z'+b+''+''")]
    [InlineData("'it''s'", null)]
    [InlineData("'it\\'s \\${a} \\u{41}'", "'it's ${a} A'")]
    [InlineData("'''\na ${b}\n'c'\n'''", "'a ${b}\n'c'\n'")]
    [InlineData("[1, 2\n  3]", "[1, 2, 3]")]
    [InlineData("[for x in y: x.z]", "[for x in y: x.z]")]
    [InlineData("[\n  for (x, i) in y: {\n    a: i\n  }\n]", "[for x, i in y: {a: i}]")]
    [InlineData("map(a, x => x.b)", "map(a, (x) => x.b)")]
    [InlineData("reduce(a, 0, (x, y) => x + y)", "reduce(a, 0, (x, y) => (x + y))")]
    [InlineData("{ 'a.b': 1, '${c}': d }", "{'a.b': 1, c: d}")]
    [InlineData("-1", "-1")]
    public void An_expression_is_read(string text, string? tree)
    {
        if (tree is null)
        {
            Assert.Throws<SyntaxException>(() => FileParser.Parse($"var v = {text}"));
        }
        else
        {
            Assert.Equal(tree, Show(Assert.IsType<VariableDeclaration>(Assert.Single(FileParser.Parse($"var v = {text}"))).Value));
        }
    }

    [Fact]
    public void A_resource_may_have_a_loop_a_condition_and_resources_in_it()
    {
        var resource = Assert.IsType<ResourceDeclaration>(Assert.Single(FileParser.Parse("""
            @description('many')
            @batchSize(1)
            resource r 'A.B/c@2024-01-01' = [for (x, i) in y: if (x.on) {
              name: x.name
              resource inner 'd' existing = {
                name: 'e'
              }
            }]
            """)));

        Assert.Equal(["description", "batchSize"], resource.Decorators.Select(call => call.Name));
        Assert.Equal("y", Show(resource.Loop!.Source));
        Assert.Equal("x.on", Show(resource.Condition!.Condition));
        Assert.Equal("x.name", Show(resource.Body.Find("name")!));
        Assert.True(Assert.Single(resource.Body.Resources).Existing);
    }

    [Fact]
    public void A_type_may_be_a_union_an_object_a_list_or_optional()
    {
        var type = Assert.IsType<ObjectType>(Assert.IsType<TypeDeclaration>(Assert.Single(FileParser.Parse("""
            type T = {
              @minValue(1)
              a: 'x' | 'y'
              b: string[]
              c: int?
              *: { d: bool }
            }
            """))).Type);

        Assert.Equal(["a", "b", "c", null], type.Properties.Select(property => property.Name));
        Assert.IsType<UnionType>(type.Properties[0].Type);
        Assert.IsType<ListType>(type.Properties[1].Type);
        Assert.IsType<OptionalType>(type.Properties[2].Type);
        Assert.IsType<ObjectType>(type.Properties[3].Type);
    }

    [Fact]
    public void Comments_are_no_part_of_the_tree() =>
        Assert.Equal("(1 + 2)", Show(((VariableDeclaration)FileParser.Parse("// a\nvar v = 1 /* b\n c */ + 2 // d\n")[0]).Value));

    private static string Show(Expression value) => value switch
    {
        TextExpression text => string.Join('+', text.Pieces.Where((piece, at) => at == 0 || piece is not "" || text.Pieces.Count > 1)
            .Select(piece => piece is Expression inner ? Show(inner) : $"'{piece}'")),
        NumberExpression number => $"{number.Value}",
        NameExpression name => name.Name,
        MemberExpression member => $"{Show(member.Target)}{(member.Safe ? ".?" : ".")}{member.Name}",
        IndexExpression index => $"{Show(index.Target)}[{Show(index.Index)}]",
        InnerExpression inner => $"{Show(inner.Target)}::{inner.Name}",
        PresentExpression present => $"{Show(present.Value)}!",
        CallExpression call => $"{(call.Target is null ? "" : Show(call.Target) + ".")}{call.Name}({string.Join(", ", call.Arguments.Select(Show))})",
        UnaryExpression unary => $"{unary.Sign}{Show(unary.Value)}",
        BinaryExpression binary => $"({Show(binary.Left)} {binary.Sign} {Show(binary.Right)})",
        ChoiceExpression choice => $"({Show(choice.Condition)} ? {Show(choice.Yes)} : {Show(choice.No)})",
        ListExpression list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        ForExpression loop => $"[for {loop.Item}{(loop.Index is null ? "" : $", {loop.Index}")} in {Show(loop.Source)}: {Show(loop.Body)}]",
        LambdaExpression lambda => $"({string.Join(", ", lambda.Names)}) => {Show(lambda.Body)}",
        ObjectExpression body => $"{{{string.Join(", ", body.Properties.Select(one => $"{Key(one)}: {Show(one.Value)}"))}}}",
        _ => throw new InvalidOperationException($"{value}"),
    };

    private static string Key(Property property) =>
        property.Name is { } name ? name.All(char.IsLetterOrDigit) ? name : $"'{name}'" : Show(property.Key).Replace("''+", "").Replace("+''", "");
}
