using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>Reads what a tenant wants to set, and says of each fault which field it is in.</summary>
/// <param name="pictures">How its logo is taken in.</param>
/// <param name="fonts">How its font is taken in.</param>
/// <param name="moderation">How the deployment judges, which no tenant gets below.</param>
public sealed class TenantReader(PictureDesk pictures, FontDesk fonts, ModerationPolicy moderation)
{
    private const string Keep = "keep";
    private const int MostDays = 3650;
    private const decimal MostDollars = 1_000_000_000;

    /// <summary>Reads and checks; stores logo and font once all is well.</summary>
    /// <param name="wish">What is to be set.</param>
    /// <param name="present">What is set.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="engines">Engines that may be named.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is; every fault is named.</exception>
    public async Task<TenantSettings> Read(
        TenantWish wish, TenantSettings present, TenantBlobs blobs, IReadOnlyList<string> engines, CancellationToken cancellation)
    {
        Check(wish, present, engines, ModerationTerms.Of(moderation));
        return new TenantSettings
        {
            Brand = wish.Brand is { } brand ? await Brand(brand, present.Brand, blobs, cancellation) : null,
            Legal = wish.Legal?.Trim(),
            Voice = wish.Voice?.Trim(),
            Channels = wish.Channels is { Count: > 0 } channels ? channels : null,
            Language = wish.Language,
            Markets = wish.Markets is { Count: > 0 } markets ? [.. markets.Distinct()] : null,
            Policy = wish.Policy is { } policy ? new TenantPolicy
            {
                Engines = policy.Engines,
                MostSeconds = policy.MostSeconds,
                Moderation = policy.Moderation is { } judging ? ModerationRules.Of(judging) : null,
            } : null,
            VideoDays = wish.Retention?.VideoDays,
            InputDays = wish.Retention?.InputDays,
            DayCap = Micros(wish.SpendCaps?.PerDayUsd),
            MonthCap = Micros(wish.SpendCaps?.PerMonthUsd),
        };
    }

    private static void Check(TenantWish wish, TenantSettings present, IReadOnlyList<string> engines, ModerationTerms floor)
    {
        var faults = new RequestFaults();
        if (wish.Brand is { } brand)
        {
            BrandRules.Check(brand, AdFiles.Of(new WireBody(default)), faults);
            Kept("brand.logo", brand.Logo, present.Brand?.Logo is not null, faults);
            Kept("brand.font", brand.Font, present.Brand?.Font is not null, faults);
        }

        faults.Text("legal", wish.Legal, 1, 300);
        faults.Text("voice", wish.Voice, 1, 64);
        faults.Language("language", wish.Language);
        foreach (var (index, name) in (wish.Channels ?? []).Index())
        {
            if (ChannelProfile.Find(name) is null || wish.Channels!.Take(index).Contains(name))
            {
                faults.Add($"channels[{index}]", $"channels[{index}] must be one of these, each at most once: {string.Join(", ", ChannelProfile.Names)}.");
            }
        }

        foreach (var (index, name) in (wish.Markets ?? []).Index().Where(market => !LabelTable.Built.Names.Contains(market.Item)))
        {
            faults.Add($"markets[{index}]", $"markets[{index}] must be one of: {string.Join(", ", LabelTable.Built.Names)}; there is no '{name}'.");
        }

        if (wish.Policy?.Engines is { Count: 0 })
        {
            faults.Add("policy.engines", $"policy.engines must name one engine at least, of: {string.Join(", ", engines)}. Leave it out to allow all.");
        }

        foreach (var (index, name) in (wish.Policy?.Engines ?? []).Index().Where(engine => !engines.Contains(engine.Item)))
        {
            faults.Add($"policy.engines[{index}]", $"policy.engines[{index}] must be one of: {string.Join(", ", engines)}; there is no '{name}'.");
        }

        Within("policy.most_seconds", wish.Policy?.MostSeconds, 120, faults);
        if (wish.Policy?.Moderation is { } judging)
        {
            ModerationRules.Check("policy.moderation.", judging, floor, faults);
        }

        Within("retention.video_days", wish.Retention?.VideoDays, MostDays, faults);
        Within("retention.input_days", wish.Retention?.InputDays, MostDays, faults);
        Money("spend_caps.per_day_usd", wish.SpendCaps?.PerDayUsd, faults);
        Money("spend_caps.per_month_usd", wish.SpendCaps?.PerMonthUsd, faults);
        faults.ThrowIfAny();
    }

    private async Task<BrandBrief> Brand(AdBrand wish, BrandBrief? present, TenantBlobs blobs, CancellationToken cancellation)
    {
        var logo = wish.Logo is null or Keep ? null : await pictures.Get("brand.logo", wish.Logo, null, cancellation);
        // Without the cast null would be read as an empty file.
        var font = wish.Font is null or Keep ? (ReadOnlyMemory<byte>?)null : await fonts.Get("brand.font", wish.Font, null, cancellation);
        return new BrandBrief(wish.Name.Trim(), wish.PrimaryColour, wish.AccentColour)
        {
            Logo = wish.Logo == Keep ? present!.Logo : logo is null ? null : await PictureDesk.Store(logo, blobs, cancellation),
            Font = wish.Font == Keep ? present!.Font : font is { } letters ? await FontDesk.Store(letters, blobs, cancellation) : null,
        };
    }

    private static void Kept(string field, string? source, bool there, RequestFaults faults)
    {
        if (source == Keep && !there)
        {
            faults.Add(field, $"{field} can't be kept: none is set.");
        }
    }

    private static void Within(string field, int? value, int most, RequestFaults faults)
    {
        if (value < 1 || value > most)
        {
            faults.Add(field, $"{field} must be a whole number from 1 to {most}.");
        }
    }

    private static void Money(string field, decimal? value, RequestFaults faults)
    {
        if (value is < 0 or > MostDollars)
        {
            faults.Add(field, $"{field} must be a number of US dollars from 0 to {MostDollars}.");
        }
    }

    private static long? Micros(decimal? dollars) => dollars is { } amount ? (long)decimal.Round(amount * 1_000_000m) : null;
}
