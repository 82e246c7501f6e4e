using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights.Wire;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Reads what is sent of a rights-holder.</summary>
internal static class HolderReading
{
    /// <summary>Most works of a holder.</summary>
    public const int MostWorks = 200;
    private const int MostAliases = 40;
    private const int MostPictures = 8;
    private const int MostPicturesOfAll = 200;
    private const int LongestAddress = 2000;
    private const int LongestWork = 80;
    private const int LongestHolder = 120;
    private const int LongestAsk = 300;

    /// <exception cref="RequestException">It is too short, too long, or holds signs that no line has.</exception>
    public static string Name(string field, string text, int longest = LongestHolder) =>
        text.Trim() is { Length: > 0 } name && name.Length <= longest && !name.Any(char.IsControl)
            ? name
            : throw Bad(field, $"{field} must have 1 to {longest} characters, all of them in one line.");

    /// <exception cref="RequestException">It is neither an address of the web nor one of mail.</exception>
    public static string Ask(string text) => text.Trim() is var ask && ask.Length <= LongestAsk && !ask.Any(char.IsWhiteSpace)
        && (Uri.TryCreate(ask, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps || IsMail(ask))
            ? ask
            : throw Bad("ask", $"ask must be an https address or a mail address of up to {LongestAsk} characters, such as https://studio.example/licences.");

    /// <summary>The works as they are to be kept.</summary>
    /// <param name="wishes">What was sent.</param>
    /// <param name="known">What there is.</param>
    /// <param name="trusted">Whether who sends them confirms them by that; everybody else's changes wait for the operator.</param>
    /// <param name="next">A new id.</param>
    /// <exception cref="RequestException">One is none.</exception>
    public static IReadOnlyList<RightsWork> Works(IReadOnlyList<WorkWish> wishes, IReadOnlyList<RightsWork> known, bool trusted, Func<string> next)
    {
        if (wishes.Count > MostWorks)
        {
            throw Bad("works", $"works may hold {MostWorks} at most.");
        }

        var works = new List<RightsWork>();
        foreach (var (i, wish) in wishes.Index())
        {
            var before = wish.Id is null ? null : known.FirstOrDefault(work => work.Id == wish.Id)
                ?? throw Bad($"works[{i}].id", $"works[{i}].id must be the id of a work of this holder, or be left out for a new one.");
            if (before is not null && works.Exists(work => work.Id == before.Id))
            {
                throw Bad($"works[{i}].id", $"works[{i}].id stands there twice.");
            }

            var work = new RightsWork(
                before?.Id ?? next(),
                EnumWord.Read<RightsWorkKind>($"works[{i}].kind", wish.Kind),
                Findable($"works[{i}].name", wish.Name),
                Aliases($"works[{i}].aliases", wish.Aliases ?? []),
                trusted,
                Pictures($"works[{i}].pictures", wish.Pictures ?? [], before?.Pictures ?? []));
            works.Add(work with { Confirmed = trusted || before is { Confirmed: true } && IsSame(work, before) });
        }

        return works.Sum(work => work.Pictures?.Count ?? 0) <= MostPicturesOfAll
            ? works
            : throw Bad("works", $"works may have {MostPicturesOfAll} pictures at most, all together.");
    }

    private static IReadOnlyList<string> Aliases(string field, IReadOnlyList<string> aliases) => aliases.Count <= MostAliases
        ? [.. aliases.Select((alias, i) => Findable($"{field}[{i}]", alias)).Distinct()]
        : throw Bad(field, $"{field} may hold {MostAliases} at most.");

    private static bool IsSame(RightsWork one, RightsWork other) => one.Kind == other.Kind && one.Names.SequenceEqual(other.Names)
        && (one.Pictures ?? []).Select(picture => picture.Address).SequenceEqual((other.Pictures ?? []).Select(picture => picture.Address));

    private static IReadOnlyList<WorkPicture>? Pictures(string field, IReadOnlyList<string> addresses, IReadOnlyList<WorkPicture> known) => addresses.Count switch
    {
        0 => null,
        > MostPictures => throw Bad(field, $"{field} may hold {MostPictures} at most."),
        _ =>
        [
            .. addresses.Select((text, i) => Address($"{field}[{i}]", text)).Distinct()
                .Select(address => known.FirstOrDefault(picture => picture.Address == address) ?? new WorkPicture(address)),
        ],
    };

    private static string Address(string field, string text) => text.Trim() is var address && address.Length <= LongestAddress
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw Bad(field, $"{field} must be an http or https address of up to {LongestAddress} characters, such as https://studio.example/zorblax.png.");

    private static string Findable(string field, string text) => Name(field, text, LongestWork) is var name && RightsIndex.IsFindable(name)
        ? name
        : throw Bad(field, $"{field} must have at least three letters, or two Chinese characters: shorter names are in too many words.");

    private static bool IsMail(string text) => text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && text.IndexOf('.', at) is var dot && dot > at + 1 && dot < text.Length - 1;

    private static RequestException Bad(string field, string message) => new(new RequestError(field, message));
}
