using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests.Model;

/// <summary>Goes through everything in a file, with what names mean at each place.</summary>
internal static class Walk
{
    /// <summary>Every expression of a file.</summary>
    public static IEnumerable<(Expression Value, Scope Scope)> Expressions(Template template)
    {
        var top = Scope.Top(template);
        foreach (var declaration in template.Declarations)
        {
            foreach (var found in declaration.Decorators.SelectMany(call => call.Arguments).SelectMany(one => Within(one, top)))
            {
                yield return found;
            }

            var value = declaration switch
            {
                ParameterDeclaration parameter => parameter.Value,
                VariableDeclaration variable => variable.Value,
                OutputDeclaration output => output.Value,
                BodyDeclaration body => body.Value,
                _ => null,
            };
            foreach (var found in value is null ? [] : Within(value, top))
            {
                yield return found;
            }
        }
    }

    /// <summary>Every resource of a file, nested ones too, with its whole type.</summary>
    public static IEnumerable<PlacedResource> Resources(Template template) =>
        template.Of<ResourceDeclaration>().SelectMany(one => Resources(one, null, Scope.Top(template)));

    /// <summary>An expression and all within.</summary>
    public static IEnumerable<(Expression Value, Scope Scope)> Within(Expression value, Scope scope)
    {
        yield return (value, scope);
        var inner = value switch
        {
            ForExpression loop => Within(loop.Source, scope).Concat(Within(loop.Body, InLoop(loop, scope))),
            LambdaExpression lambda => Within(lambda.Body, lambda.Names.Aggregate(scope, (place, name) => place.With(name, new Local(null, null)))),
            ObjectExpression { Resources.Count: > 0 } body => InBody(body, scope.With(body.Resources)),
            _ => value.Parts.SelectMany(part => Within(part, scope)),
        };
        foreach (var found in inner)
        {
            yield return found;
        }
    }

    /// <summary>What names mean in a loop's body.</summary>
    public static Scope InLoop(ForExpression loop, Scope scope)
    {
        var inside = scope.With(loop.Item, new Local(loop.Source, scope));
        return loop.Index is { } index ? inside.With(index, new Local(new NumberExpression(loop.At, 0), null)) : inside;
    }

    private static IEnumerable<(Expression Value, Scope Scope)> InBody(ObjectExpression body, Scope scope) =>
        body.Parts.Concat(body.Resources.Select(one => one.Value)).SelectMany(part => Within(part, scope));

    private static IEnumerable<PlacedResource> Resources(ResourceDeclaration resource, PlacedResource? parent, Scope scope)
    {
        var place = resource.Loop is { } loop ? InLoop(loop, scope) : scope;
        var placed = new PlacedResource(resource, parent, place);
        var inside = place.With(resource.Body.Resources);
        return [placed, .. resource.Body.Resources.SelectMany(one => Resources(one, placed, inside))];
    }
}
