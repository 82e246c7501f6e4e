using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Lines;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Who says what when in an advertisement: the shop's own words, as many as there is time to read.</summary>
internal sealed class AdWords
{
    private const decimal CardSeconds = 2.5m;
    private readonly Order _order;
    private readonly ProductBrief _product;
    private readonly IReadOnlyList<Step> _wishes;
    private readonly IReadOnlyList<decimal> _lengths;
    private readonly Caption?[] _captions;
    private int _steps;

    /// <summary>Shares the words out among the shots.</summary>
    public AdWords(Order order, ProductBrief product, IReadOnlyList<Step> wishes, IReadOnlyList<Role> roles, IReadOnlyList<decimal> lengths)
    {
        (_order, _product, _wishes, _lengths) = (order, product, wishes, lengths);
        _captions = new Caption?[roles.Count];
        if (!order.Brief.Captions)
        {
            return;
        }

        var benefits = new Queue<string>(ShortWords.From(product.Description)
            .Where(benefit => !benefit.Equals(product.Title, StringComparison.OrdinalIgnoreCase)));
        for (var i = 0; i < roles.Count; i++)
        {
            _captions[i] = wishes[i].Shown is { } asked ? Readable(asked, lengths[i])
                : roles[i].Words.Length > 0 ? Own(roles[i].Words, i, benefits)
                : i == 0 && !(i == roles.Count - 1 && lengths[i] < 2 * CardSeconds) ? Readable(new Caption(ShortWords.Title(product.Title), CaptionRole.Title), lengths[i])
                : null;
        }

        // A product that fills the picture leaves no room: it speaks for itself, where another shot has the words.
        var between = Enumerable.Range(1, Math.Max(0, roles.Count - 2)).Where(i => wishes[i].Shown is null && roles[i].Words.Length == 0).ToLookup(i => FramingOf(i) == Framing.Macro);
        foreach (var i in between[false])
        {
            _captions[i] = NextReadable(benefits, lengths[i]) ?? Rating(lengths[i]);
        }

        foreach (var i in between[true].Where(_ => _captions.All(caption => caption is null or { Role: CaptionRole.Title })))
        {
            _captions[i] = NextReadable(benefits, lengths[i]) ?? Rating(lengths[i]);
        }

        Framing FramingOf(int shot) => wishes[shot].Framing ?? roles[shot].Camera.Framing;
    }

    /// <summary>What a shot shows in words; null for nothing.</summary>
    public Caption? Caption(int shot) => _captions[shot];

    /// <summary>What is spoken over a shot; null for nothing.</summary>
    public string? Line(int shot)
    {
        if (!_order.Request.Voice)
        {
            return null;
        }

        var line = _wishes[shot].Line
            ?? _captions[shot]?.Text
            ?? (shot == _lengths.Count - 1 ? Phrases.Sentences(ShortWords.Title(_product.Title), Invitation, _order.Language) : null);
        return line is not null && LineLengths.CanSay(line, _order.Language, _lengths[shot]) ? line : null;
    }

    /// <summary>The end card; null when no words are wanted.</summary>
    public EndCard? EndCard(decimal lastSeconds) => !_order.Brief.Captions || !_order.Brief.EndCard || lastSeconds < 1 ? null : new EndCard
    {
        Title = Within(ShortWords.Title(_product.Title), 120),
        Price = _product is { Price: { } price, Currency: { } currency } ? Prices.Of(price, currency, _order.Language) : null,
        Was = _product is { CompareAtPrice: { } before, Currency: { } same } ? Prices.Of(before, same, _order.Language) : null,
        Rating = _product.Rating is { } rating ? Ratings.Of(rating, _order.Language) : null,
        CallToAction = Within(Invitation, 40),
        Brand = _order.Request.Brand is { Name.Length: > 0 } brand ? brand.Name : null,
        Seconds = Math.Min(CardSeconds, lastSeconds),
    };

    private string Invitation => _order.Brief.CallToAction
        ?? (_product.Price is null ? Phrases.Look(_order.Language) : Phrases.Shop(_order.Language));

    /// <summary>What a dramaturgy shows in words; null for nothing.</summary>
    private Caption? Own(string words, int shot, Queue<string> benefits) => words switch
    {
        "before" => new Caption(Phrases.Before(_order.Language)),
        "after" => new Caption(Phrases.After(_order.Language)),
        "rating" => Rating(_lengths[shot]),
        "price" => _product is { Price: { } price, Currency: { } currency } ? new Caption(Prices.Of(price, currency, _order.Language), CaptionRole.Price)
        {
            Was = _product.CompareAtPrice is { } before ? Prices.Of(before, currency, _order.Language) : null,
        } : null,
        "step" => NextReadable(benefits, _lengths[shot]) is { } step ? step with { Text = $"{++_steps}. {step.Text}" } : null,
        _ => new Caption(words, CaptionRole.Title),
    };

    private static string Within(string text, int most) => text.Length <= most ? text : text[..most];

    private static Caption? NextReadable(Queue<string> benefits, decimal seconds)
    {
        while (benefits.TryDequeue(out var benefit))
        {
            if (Reading.CanRead(benefit, seconds))
            {
                return new Caption(benefit);
            }
        }

        return null;
    }

    /// <summary>What buyers think, once, where the shop has no more to say.</summary>
    private Caption? Rating(decimal seconds) =>
        _product.Rating is { } rating && !_captions.Any(caption => caption?.Role == CaptionRole.Rating) && Ratings.Of(rating, _order.Language) is var rated
            ? Readable(new Caption(rated.Text, CaptionRole.Rating) { Stars = rated.Stars }, seconds)
            : null;

    private static Caption? Readable(Caption caption, decimal seconds) =>
        caption.Text.Length is > 0 and <= 120 && Reading.CanRead(caption.Text, seconds) ? caption : null;
}
