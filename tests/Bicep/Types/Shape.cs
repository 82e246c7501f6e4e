namespace SoraFunctions.Bicep.Tests.Types;

/// <summary>What is known of a value.</summary>
internal abstract record Shape
{
    public static readonly Shape Any = new AnyShape();
    public static readonly Shape Text = new PlainShape("string", null);
    public static readonly Shape Number = new PlainShape("int", null);
    public static readonly Shape Truth = new PlainShape("bool", null);
    public static readonly Shape Null = new PlainShape("null", null);
    public static readonly Shape AnyObject = new ObjectShape(null);

    /// <summary>One of several; simpler when they are alike.</summary>
    public static Shape Either(IEnumerable<Shape> shapes)
    {
        var all = shapes.SelectMany(shape => shape is EitherShape either ? either.Choices : [shape]).Distinct().ToList();
        return all.Count == 1 ? all[0] : all.Contains(Any) ? Any : new EitherShape(all);
    }

    /// <summary>What hinders a value of this shape from going where another is wanted; null if nothing does.</summary>
    public string? Hindrance(Shape wanted) => (this, wanted) switch
    {
        (AnyShape, _) or (_, AnyShape) => null,
        (EitherShape either, _) => either.Choices.Select(one => one.Hindrance(wanted)).FirstOrDefault(fault => fault is not null),
        (_, EitherShape either) => either.Choices.Any(one => Hindrance(one) is null) ? null
            : either.Choices.All(one => one is PlainShape { Literal: not null }) || either.Choices.Count == 1
                ? $"{Shown} is none of {string.Join(", ", either.Choices.Select(one => one.Shown))}"
                : $"{Shown} does not go where {wanted.Shown} is wanted",
        (PlainShape mine, PlainShape theirs) when mine.Kind == theirs.Kind =>
            theirs.Literal is null || mine.Literal is null || mine.Literal == theirs.Literal ? null : $"{Shown} is not {wanted.Shown}",
        (ListShape mine, ListShape theirs) => mine.Item.Hindrance(theirs.Item),
        (ObjectShape mine, ObjectShape theirs) => mine.Misses(theirs),
        _ => $"{Shown} does not go where {wanted.Shown} is wanted",
    };

    public abstract string Shown { get; }
}

internal sealed record AnyShape : Shape
{
    public override string Shown => "anything";
}

/// <summary>string, int, bool or null; maybe just one of its values.</summary>
internal sealed record PlainShape(string Kind, string? Literal) : Shape
{
    public override string Shown => Literal is null ? Kind : Kind == "string" ? $"'{Literal}'" : Literal;
}

internal sealed record ListShape(Shape Item) : Shape
{
    public override string Shown => "a list";
}

internal sealed record EitherShape(IReadOnlyList<Shape> Choices) : Shape
{
    public override string Shown => string.Join(" | ", Choices.Select(one => one.Shown));

    public bool Equals(EitherShape? other) => other is not null && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => Choices.Count;
}

/// <summary>An object; without properties nothing is known of them.</summary>
internal sealed record ObjectShape(IReadOnlyDictionary<string, Shape>? Properties) : Shape
{
    public override string Shown => "an object";

    public string? Misses(ObjectShape wanted)
    {
        if (Properties is null || wanted.Properties is null)
        {
            return null;
        }

        foreach (var (name, shape) in wanted.Properties)
        {
            if (!Properties.TryGetValue(name, out var mine))
            {
                if (Null.Hindrance(shape) is not null)
                {
                    return $"the property '{name}' is missing";
                }
            }
            else if (mine.Hindrance(shape) is { } fault)
            {
                return $"{name}: {fault}";
            }
        }

        return Properties.Keys.FirstOrDefault(name => !wanted.Properties.ContainsKey(name)) is { } unknown
            ? $"the property '{unknown}' is not known"
            : null;
    }

    public bool Equals(ObjectShape? other) => ReferenceEquals(Properties, other?.Properties) && other is not null;

    public override int GetHashCode() => 1;
}
