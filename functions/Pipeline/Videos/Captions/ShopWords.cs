using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Captions;

namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>
/// The words of an advertisement in another language: the shop's own translation of its name and sentences, prices and numbers as that language writes
/// them, and the set phrases. What a caller has put into words himself, nobody has translated.
/// </summary>
internal sealed partial class ShopWords
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Words of a product.</summary>
    /// <param name="product">As it is told in the video.</param>
    /// <param name="language">BCP 47 tag of the video's language.</param>
    /// <param name="other">As the shop tells it in the other language.</param>
    /// <param name="brand">Who advertises; a name stays what it is.</param>
    public ShopWords(ProductBrief product, string language, ProductTranslation other, string? brand)
    {
        var to = other.Language;
        Put(ShortWords.Title(product.Title), ShortWords.Title(other.Title));
        Put(product.Title, other.Title);
        Sentences(ShortWords.From(product.Description), ShortWords.From(other.Description));
        if (product is { Price: { } price, Currency: { } currency })
        {
            Put(Prices.Of(price, currency, language), Prices.Of(price, currency, to));
            if (product.CompareAtPrice is { } before)
            {
                Put(Prices.Of(before, currency, language), Prices.Of(before, currency, to));
            }
        }

        if (product.Rating is { } rating)
        {
            Put(Ratings.Of(rating, language).Text, Ratings.Of(rating, to).Text);
        }

        Put(Phrases.Shop(language), Phrases.Shop(to));
        Put(Phrases.Look(language), Phrases.Look(to));
        Put(Phrases.Before(language), Phrases.Before(to));
        Put(Phrases.After(language), Phrases.After(to));
        foreach (var invitation in (Func<string, string>[])[Phrases.Shop, Phrases.Look])
        {
            Put(
                Phrases.Sentences(ShortWords.Title(product.Title), invitation(language), language),
                Phrases.Sentences(ShortWords.Title(other.Title), invitation(to), to));
        }

        if (brand is not null)
        {
            Put(brand, brand);
        }
    }

    /// <summary>What is read as one text in the captions of a storyboard, each with its counterpart; null where it has none.</summary>
    /// <param name="board">The storyboard as it was cut.</param>
    public IEnumerable<(string Text, string? Other)> Of(Storyboard board)
    {
        foreach (var shot in board.Shots)
        {
            if (shot.Caption is { } caption)
            {
                yield return Joined(" ", [caption.Was, caption.Text]);
            }

            if (shot.Line is { } line)
            {
                yield return (line, Find(line));
            }
        }

        if (board.EndCard is { } card)
        {
            yield return Joined(" · ", [card.Brand, card.Title, card.Price, card.Rating?.Text, card.CallToAction]);
        }
    }

    private (string, string?) Joined(string by, IEnumerable<string?> parts)
    {
        var said = parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!).ToList();
        var other = said.Select(Find).ToList();
        return (string.Join(by, said), other.Contains(null) ? null : string.Join(by, other));
    }

    private string? Find(string text) =>
        _words.GetValueOrDefault(text)
        ?? (Numbered().Match(text) is { Success: true } step && Find(step.Groups[2].Value) is { } told ? $"{step.Groups[1].Value}{told}" : null)
        ?? (text.Any(char.IsLetter) ? null : text);

    // Sentence by sentence: where a translation has more or fewer of them, nobody knows which is which.
    private void Sentences(IReadOnlyList<string> said, IReadOnlyList<string> other)
    {
        if (said.Count == other.Count)
        {
            foreach (var (one, two) in said.Zip(other))
            {
                Put(one, two);
            }
        }
    }

    private void Put(string text, string other) => _words.TryAdd(text, other);

    [GeneratedRegex(@"\A(\d+\. )(.+)\z")]
    private static partial Regex Numbered();
}
