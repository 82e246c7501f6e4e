using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>What a model's storyboard must keep to besides <see cref="StoryboardRules"/>: the product seen early, words that can be read and that the order bears out.</summary>
internal static partial class DraftChecks
{
    private const decimal SeenBy = 3;

    /// <summary>Everything that is wrong.</summary>
    public static IReadOnlyList<string> Of(Storyboard board, VideoRequest request) =>
    [
        .. StoryboardRules.Check(board).Select(fault => $"storyboard.{fault}"),
        .. request.Product is not null ? ProductSeen(board) : [],
        .. board.Shots.Select((shot, i) => (shot, i)).Where(pair => pair.shot.Caption is { } caption && !Reading.CanRead(caption.Text, pair.shot.Seconds))
            .Select(pair => $"storyboard.shots[{pair.i}].caption.text can't be read in {pair.shot.Seconds.ToString(CultureInfo.InvariantCulture)} s; accepted: a word for each 0.3 s."),
        .. Invented(board, request),
    ];

    private static IEnumerable<string> ProductSeen(Storyboard board)
    {
        if (board.Cast.All(subject => subject.Id != ProductCast.Id))
        {
            yield return $"storyboard.cast has no subject with the id '{ProductCast.Id}'; accepted: the product of the order under that id.";
            yield break;
        }

        var begins = 0m;
        foreach (var shot in board.Shots)
        {
            if (begins >= SeenBy)
            {
                break;
            }

            if (shot.Subjects.Contains(ProductCast.Id))
            {
                yield break;
            }

            begins += shot.Seconds;
        }

        yield return $"storyboard.shots show '{ProductCast.Id}' too late; accepted: in a shot that begins before second {SeenBy}.";
    }

    // A number or an address that nobody gave is a claim or a trap.
    private static IEnumerable<string> Invented(Storyboard board, VideoRequest request)
    {
        var given = string.Join(' ', request.Prompt, request.Product?.Title, request.Product?.Description, request.Brand?.Name, Figured(request.Product, board.Language));
        var known = Figures().Matches(given).Select(match => match.Value).ToHashSet();
        var words = board.Shots.SelectMany((shot, i) => new[] { ($"shots[{i}].caption.text", shot.Caption?.Text), ($"shots[{i}].line", shot.Line) })
            .Append(("title", board.Title)).Append(("end_card.call_to_action", board.EndCard?.CallToAction));
        foreach (var (field, text) in words)
        {
            if (text is not null && Figures().Matches(text).FirstOrDefault(match => !known.Contains(match.Value)) is { } figure)
            {
                yield return $"storyboard.{field} says '{figure.Value}', which the order does not; accepted: words without it.";
            }

            if (text is not null && Address().Match(text) is { Success: true } address && !given.Contains(address.Value, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"storyboard.{field} names an address; accepted: words without it.";
            }
        }
    }

    // Price and rating are the shop's own, as they are written in the language or plain.
    private static string Figured(ProductBrief? product, string language)
    {
        decimal?[] amounts = [product?.Price, product?.CompareAtPrice];
        var prices = amounts.OfType<decimal>().SelectMany(amount => new[]
        {
            amount.ToString("0.##", CultureInfo.InvariantCulture),
            amount.ToString("0.00", CultureInfo.InvariantCulture),
            product!.Currency is { } currency ? Prices.Of(amount, currency, language) : "",
        });
        return string.Join(' ', product?.Rating is { } rating ? prices.Append(Ratings.Of(rating, language).Text).Append(string.Create(CultureInfo.InvariantCulture, $"{rating.Value} {rating.Count}")) : prices);
    }

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Figures();

    [GeneratedRegex(@"https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|io|cn|co|shop|xyz|ru|de|fr|es|jp|uk|eu|info|biz|store|site|online|top|app|dev|ai|tv|link|ly|gg|to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
