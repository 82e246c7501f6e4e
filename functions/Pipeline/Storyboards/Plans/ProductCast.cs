using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Casts the product: shape, material and size as the shop says, else as its words tell.</summary>
internal static class ProductCast
{
    /// <summary>Id of the product in every cast.</summary>
    public const string Id = "product";

    private const int LongestName = 80;

    /// <summary>The product as a subject.</summary>
    /// <param name="product">What is advertised.</param>
    /// <param name="warnings">Takes what had to be assumed.</param>
    public static Subject Of(ProductBrief product, List<string> warnings)
    {
        var title = Segmenter.Tokens(product.Title);
        var thing = Thing(product);
        var picture = product.Pictures.Count > 0 ? product.Pictures[0].Blob.Sha256 : null;
        var told = thing is null ? Form.Card : Kebab.Parse<Form>(thing["form"]!);
        var form = product.Model is not null ? Form.Model : product.Form ?? (picture is null ? told : FormStyle.Of(told).Pictured);
        var style = FormStyle.Of(form);
        if (product.Model is null && form == Form.Model)
        {
            warnings.Add("There is no 3-D model of the product, so it is filmed as a card with its picture.");
            form = Form.Card;
        }

        if (picture is null && product.Model is null)
        {
            warnings.Add($"There is no picture of the product; a plain {form.ToString().ToLowerInvariant()} stands in for it.");
        }

        var known = thing is not null && (told == form || FormStyle.Of(told).Pictured == form || form == Form.Model);
        return new Subject
        {
            Id = Id,
            Name = Name(product.Title),
            Form = form,
            Matter = product.Matter ?? Value(title, Slot.Matter) switch
            {
                { } named => Kebab.Parse<Matter>(named),
                null when known => Kebab.Parse<Matter>(thing!["matter"]!),
                _ => style.Matter,
            },
            Colour = picture is null && product.Model is null ? Value(title, Slot.Colour) ?? (known ? thing!["colour"] : null) : null,
            Height = Math.Clamp(
                product.HeightInCentimetres / 100 ?? (known ? double.Parse(thing!["height"]!, System.Globalization.CultureInfo.InvariantCulture) : style.Height),
                0.01,
                5),
            Picture = product.Model is null ? picture : null,
            Model = product.Model?.Blob.Sha256,
        };
    }

    /// <summary>What the vocabulary calls the product; null when it knows no word of it.</summary>
    public static Sense? Thing(ProductBrief product)
    {
        var title = Segmenter.Tokens(product.Title);
        return LastThing(title) ?? FirstThing(title.Concat(Segmenter.Tokens(product.Description)));
    }

    // In both languages the head of a name stands last: "rose perfume", 玫瑰香水.
    private static Sense? LastThing(IReadOnlyList<Token> title) =>
        title.Select(token => token.As(Slot.Subject)).LastOrDefault(sense => sense is not null && sense["form"] is not ("petal" or "leaf"));

    private static Sense? FirstThing(IEnumerable<Token> words) =>
        words.Select(token => token.As(Slot.Subject)).FirstOrDefault(sense => sense is not null && sense["form"] is not ("petal" or "leaf"));

    private static string? Value(IReadOnlyList<Token> tokens, Slot slot) =>
        tokens.Select(token => token.As(slot)?.Value).FirstOrDefault(value => value is not null);

    private static string Name(string title)
    {
        var name = ShortWords.Title(title);
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
