using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Gives the things that a brief names their place in the cast, the same thing once.</summary>
/// <param name="chinese">Whether names are in Chinese.</param>
/// <param name="product">The product, which is in the cast from the start; null for none.</param>
/// <param name="productThing">What the vocabulary calls the product; null when it doesn't know.</param>
internal sealed class Casting(bool chinese, Subject? product, string? productThing = null)
{
    private const int MostInAShot = 8;
    private readonly List<string> _warnings = [];
    private readonly List<(SubjectWish Wish, Subject Subject)> _props = [];

    /// <summary>Things that are shown as something simpler.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Everyone so far, the product first.</summary>
    public IReadOnlyList<Subject> Cast => [.. product is null ? [] : new[] { product }, .. _props.Select(prop => prop.Subject)];

    /// <summary>The ids of a step's things, casting those that are new.</summary>
    public IReadOnlyList<string> Ids(Step step)
    {
        var ids = step.Subjects.Select(wish => IsProduct(wish) ? product!.Id : IdOf(wish)).ToList();
        if (product is not null && !ids.Contains(product.Id))
        {
            // The product is the hero wherever it is, but for what only another can do.
            var acts = DeedStyle.Of(step.Deed).Actor is not null && step.Subjects.Count > 0 && product.Form != step.Subjects[0].Form;
            ids.Insert(acts ? 1 : 0, product.Id);
        }

        return [.. ids.Distinct().Take(MostInAShot)];
    }

    /// <summary>The id of a thing, casting it if it is new.</summary>
    public string IdOf(SubjectWish wish)
    {
        var known = wish.Described
            ? _props.FindIndex(prop => prop.Wish with { At = 0, Word = "", Said = null } == wish with { At = 0, Word = "", Said = null })
            : _props.FindLastIndex(prop => prop.Wish.Thing == wish.Thing);
        if (known >= 0)
        {
            return _props[known].Subject.Id;
        }

        if (wish is { Near: { } near, Picture: null })
        {
            _warnings.Add($"Not shown as such: {wish.Word}; instead: {near}.");
        }

        var subject = Of(wish, NewId(wish.Thing));
        _props.Add((wish, subject));
        return subject.Id;
    }

    /// <summary>Whether a thing is the product: "the bottle" in the prompt of a bottle's advertisement.</summary>
    public bool IsProduct(SubjectWish wish) =>
        product is not null && wish.Count == 1 && wish.Form != Form.Petal && (wish.Form == product.Form || wish.Thing == productThing);

    private Subject Of(SubjectWish wish, string id) => new()
    {
        Id = id,
        Name = wish.Name ?? Lexicon.BuiltIn.NameOf(wish.Thing, chinese),
        Form = wish.Form,
        Matter = wish.Matter,
        Colour = wish.Colour,
        Height = wish.Height,
        Count = wish.Count,
        Picture = wish.Picture,
    };

    private string NewId(string thing)
    {
        var taken = _props.Select(prop => prop.Subject.Id).Append(product?.Id).ToHashSet();
        return taken.Contains(thing)
            ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{thing}-{n}").First(id => !taken.Contains(id))
            : thing;
    }
}
