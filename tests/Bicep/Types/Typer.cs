using System.Globalization;
using SoraFunctions.Bicep.Tests.Language;
using SoraFunctions.Bicep.Tests.Model;

namespace SoraFunctions.Bicep.Tests.Types;

/// <summary>Says what is known of values, and which properties they can't have. Bodies of resources are not known.</summary>
internal sealed class Typer(Workspace workspace)
{
    /// <summary>Properties that were asked for and are not there.</summary>
    public List<Finding> Findings { get; } = [];

    public Shape Of(TypeSyntax type, Template home) => type switch
    {
        NamedType { Name: "string" } => Shape.Text,
        NamedType { Name: "int" } => Shape.Number,
        NamedType { Name: "bool" } => Shape.Truth,
        NamedType { Name: "object" } => Shape.AnyObject,
        NamedType { Name: "array" } => new ListShape(Shape.Any),
        NamedType named => Named(named, home),
        LiteralType literal => Of(literal.Value, Scope.Top(home)),
        UnionType union => Shape.Either(union.Choices.Select(one => Of(one, home))),
        ListType list => new ListShape(Of(list.Item, home)),
        OptionalType optional => Shape.Either([Of(optional.Inner, home), Shape.Null]),
        ObjectType { Properties: var properties } when properties.All(one => one.Name is not null) =>
            new ObjectShape(properties.ToDictionary(one => one.Name!, one => Of(one.Type, home))),
        _ => Shape.AnyObject,
    };

    /// <summary>What a parameter takes: its type, and of that the values it allows.</summary>
    public Shape Of(ParameterDeclaration parameter, Template home)
    {
        var type = parameter.Type is null ? Shape.Any : Of(parameter.Type, home);
        return parameter.Decorator("allowed") is { Arguments: [ListExpression allowed] }
            ? Shape.Either(allowed.Items.Select(item => Of(item, Scope.Top(home))))
            : type;
    }

    public Shape Of(Expression value, Scope scope) => value switch
    {
        TextExpression text => text.Fixed is { } letters ? new PlainShape("string", letters) : Shape.Text,
        NumberExpression number => new PlainShape("int", number.Value.ToString(CultureInfo.InvariantCulture)),
        UnaryExpression { Sign: "-", Value: NumberExpression number } => new PlainShape("int", (-number.Value).ToString(CultureInfo.InvariantCulture)),
        UnaryExpression { Sign: "-" } => Shape.Number,
        UnaryExpression => Shape.Truth,
        TruthExpression truth => new PlainShape("bool", truth.Value ? "true" : "false"),
        NullExpression => Shape.Null,
        ListExpression list => list.Items.Any(item => item is SpreadExpression) ? new ListShape(Shape.Any)
            : new ListShape(list.Items.Count == 0 ? Shape.Any : Shape.Either(list.Items.Select(item => Of(item, scope)))),
        ObjectExpression { Spreads.Count: 0 } body when body.Properties.All(one => one.Name is not null) =>
            new ObjectShape(body.Properties.ToDictionary(one => one.Name!, one => Of(one.Value, scope))),
        ObjectExpression => Shape.AnyObject,
        ForExpression loop => new ListShape(Of(loop.Body, Walk.InLoop(loop, scope))),
        ChoiceExpression choice => Shape.Either([Of(choice.Yes, scope), Of(choice.No, scope)]),
        BinaryExpression { Sign: "+" or "-" or "*" or "/" or "%" } => Shape.Number,
        BinaryExpression { Sign: "??" } either => Shape.Either([Of(either.Left, scope), Of(either.Right, scope)]),
        BinaryExpression => Shape.Truth,
        PresentExpression present => Of(present.Value, scope),
        CallExpression call => KnownFunctions.Table.TryGetValue(call.Name, out var known) ? known.Result : Shape.Any,
        NameExpression name => Of(name, scope),
        MemberExpression member => Member(member, scope),
        IndexExpression index => Of(index.Target, scope) is ListShape list ? list.Item : Shape.Any,
        _ => Shape.Any,
    };

    private Shape Named(NamedType named, Template home)
    {
        if (home.Of<TypeDeclaration>().FirstOrDefault(one => one.Name == named.Name) is { } local)
        {
            return Of(local.Type, home);
        }

        return workspace.Imported(home, named.Name) is ({ } source, TypeDeclaration declaration) ? Of(declaration.Type, source) : Shape.Any;
    }

    private Shape Of(NameExpression name, Scope scope) => scope.Find(name.Name) switch
    {
        ParameterDeclaration parameter => Of(parameter, scope.Template),
        VariableDeclaration variable => Of(variable.Value, Scope.Top(scope.Template)),
        ModuleDeclaration module => Outputs(module, scope.Template),
        Local { Source: { } source, Place: { } place } => Of(source, place) is ListShape list ? list.Item : Shape.Any,
        null when workspace.Imported(scope.Template, name.Name) is ({ } home, VariableDeclaration variable) =>
            Of(variable.Value, Scope.Top(home)),
        _ => Shape.Any,
    };

    private Shape Outputs(ModuleDeclaration module, Template template)
    {
        if (module.Path.Fixed is not { } path || workspace.Find(template, path) is not { } called)
        {
            return Shape.Any;
        }

        var outputs = called.Of<OutputDeclaration>().ToDictionary(one => one.Name, one => Of(one.Type, called));
        var whole = new ObjectShape(new Dictionary<string, Shape> { ["outputs"] = new ObjectShape(outputs), ["name"] = Shape.Text });
        return module.Loop is null ? whole : new ListShape(whole);
    }

    private Shape Member(MemberExpression member, Scope scope)
    {
        var target = Of(member.Target, scope);
        return Shape.Either((target is EitherShape either ? either.Choices : [target]).Select(one => Member(one, member, scope)));
    }

    private Shape Member(Shape target, MemberExpression member, Scope scope)
    {
        if (target is ObjectShape { Properties: { } properties })
        {
            if (properties.TryGetValue(member.Name, out var found))
            {
                return found;
            }

            Report(scope, member, $"there is no '{member.Name}' here; there is {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}");
        }
        else if (target is ListShape or PlainShape { Kind: not "null" })
        {
            Report(scope, member, $"{target.Shown} has no property '{member.Name}'");
        }

        return Shape.Any;
    }

    private void Report(Scope scope, MemberExpression member, string message)
    {
        var finding = scope.Template.Wrong(member.At, message);
        if (!Findings.Contains(finding))
        {
            Findings.Add(finding);
        }
    }
}
