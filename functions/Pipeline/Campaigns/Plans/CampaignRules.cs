using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Campaigns.Learning;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>What a campaign may say, beyond its types. Every fault names its field and what would be accepted.</summary>
public static partial class CampaignRules
{
    /// <summary>Most cells of one run.</summary>
    public const int MostCells = 100_000;

    /// <summary>Most products of one run.</summary>
    public const int MostProducts = 2_000;

    /// <summary>What an approval policy may be.</summary>
    public static IReadOnlyList<string> Approvals { get; } = ["none", "sample", "all"];

    /// <summary>The variant of a campaign that names none.</summary>
    public static IReadOnlyList<VariantWish> OneVariant { get; } = [new VariantWish { Name = "main" }];

    /// <summary>The variants of a campaign.</summary>
    /// <param name="wish">The campaign.</param>
    public static IReadOnlyList<VariantWish> VariantsOf(CampaignWish wish) => wish.Variants is { Count: > 0 } variants ? variants : OneVariant;

    /// <summary>Checks a campaign.</summary>
    /// <param name="wish">As it was written.</param>
    /// <param name="engines">Those that may be named.</param>
    /// <exception cref="RequestException">It can't be taken as it is.</exception>
    public static void Check(CampaignWish wish, EngineList engines)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var faults = new RequestFaults();
        faults.Text("name", wish.Name, 1, 80);
        Different("locales", wish.Locales, 1, 50, faults, locale => locale.ToUpperInvariant());
        foreach (var (index, locale) in wish.Locales.Index())
        {
            faults.Language($"locales[{index}]", locale);
        }

        Different("channels", wish.Channels, 1, 20, faults, name => ChannelProfile.Find(name)?.Name ?? name);
        foreach (var (index, name) in wish.Channels.Index().Where(channel => ChannelProfile.Find(channel.Item) is null))
        {
            faults.Add($"channels[{index}]", $"There is no channel '{name}'. Accepted: {string.Join(", ", ChannelProfile.Names)}.");
        }

        Variants(wish, faults);
        Sources(wish, faults);
        Numbers(wish, faults);
        if (wish.EndsAt <= wish.StartsAt)
        {
            faults.Add("ends_at", "ends_at must be after starts_at.");
        }

        ScheduleRules.Check(wish.Schedule, faults);
        LearningRules.Check(wish.Learning, faults);
        if (NamingPattern.Fault(wish.Naming ?? NamingPattern.Usual, Many(wish)) is { } fault)
        {
            faults.Add("naming", $"naming {fault}.");
        }

        faults.ThrowIfAny();
        if (wish.Products is { } products
            && new CellMatrix(wish, [.. products.Select(product => new PlannedProduct(product.Sku, product.Product.Title, ""))], VariantsOf(wish), DateTimeOffset.UnixEpoch).NameGivenTwice() is { } twice)
        {
            throw new RequestException(new RequestError("naming", $"naming would give two videos the name {twice}; {{number}} in it tells them apart."));
        }

        CampaignAds.Check(wish, engines);
    }

    private static IReadOnlyCollection<string> Many(CampaignWish wish)
    {
        List<string> many = [];
        if (wish.Shop is not null || wish.Products?.Count > 1)
        {
            many.Add("sku");
        }

        if (wish.Locales.Count > 1)
        {
            many.Add("locale");
        }

        if (wish.Channels.Count > 1)
        {
            many.Add("channel");
        }

        if (VariantsOf(wish).Count > 1)
        {
            many.Add("variant");
        }

        return many;
    }

    private static void Variants(CampaignWish wish, RequestFaults faults)
    {
        var variants = VariantsOf(wish);
        Different("variants", variants, 1, 20, faults, variant => variant.Name.ToUpperInvariant());
        foreach (var (index, variant) in variants.Index())
        {
            Word($"variants[{index}].name", variant.Name, 40, faults);
            faults.Text($"variants[{index}].hook", variant.Hook, 1, 300);
            faults.Text($"variants[{index}].setting", variant.Setting, 1, 300);
            faults.Text($"variants[{index}].prompt", variant.Prompt, 1, RequestFaults.LongestPrompt);
            faults.Seconds($"variants[{index}].seconds", variant.Seconds?.Value, 0);
            Between($"variants[{index}].storyboard", variant.Storyboard, 0, 999, faults);
        }
    }

    private static void Sources(CampaignWish wish, RequestFaults faults)
    {
        if (wish.Products is { Count: > 0 } == wish.Shop is not null)
        {
            faults.Add("products", "Either products or shop must be given: what is advertised.", RequestErrorCodes.MissingField);
        }

        var products = wish.Products ?? [];
        Different("products", products, 0, MostProducts, faults, product => product.Sku.ToUpperInvariant());
        foreach (var (index, product) in products.Index())
        {
            Word($"products[{index}].sku", product.Sku, 64, faults);
            foreach (var locale in product.Locales?.Keys ?? [])
            {
                faults.Language($"products[{index}].locales.{locale}", locale);
            }
        }

        var cells = (long)Math.Max(1, products.Count) * wish.Locales.Count * wish.Channels.Count * VariantsOf(wish).Count;
        if (cells > MostCells)
        {
            faults.Add("products", $"The campaign has {cells:N0} cells; a run has at most {MostCells:N0}. Divide it.");
        }

        if (wish.Shop is { } shop)
        {
            Shop(shop, faults);
        }

        if (wish.Delivery?.Shopify == true && (wish.Shop is null || wish.Locales.Count != 1 || wish.Channels.Count != 1))
        {
            faults.Add("delivery.shopify", "delivery.shopify takes a shop, one locale and one channel: a product's page has room for one video of it.");
        }
    }

    private static void Shop(ShopQuery shop, RequestFaults faults)
    {
        faults.Text("shop.shop", shop.Shop, 1, 100);
        Different("shop.ids", shop.Ids ?? [], 0, 200, faults, id => id);
        Different("shop.tags", shop.Tags ?? [], 0, 10, faults, tag => tag);
        foreach (var (index, tag) in (shop.Tags ?? []).Index())
        {
            faults.Text($"shop.tags[{index}]", tag, 1, 255);
        }

        Between("shop.launched_within_days", shop.LaunchedWithinDays, 1, 366, faults);
        Between("shop.most", shop.Most, 1, MostProducts, faults);
    }

    private static void Numbers(CampaignWish wish, RequestFaults faults)
    {
        Between("priority", wish.Priority, 0, 9, faults);
        Between("retries", wish.Retries, 0, 5, faults);
        Between("at_once", wish.AtOnce, 1, 500, faults);
        if (wish.Approval is { } approval && !Approvals.Contains(approval))
        {
            faults.Add("approval", $"approval must be one of: {string.Join(", ", Approvals)}.");
        }

        if (wish.Budget is not { } budget)
        {
            return;
        }

        if (budget.Usd is null && budget.GpuSeconds is null)
        {
            faults.Add("budget", "budget must name usd, gpu_seconds or both.", RequestErrorCodes.MissingField);
        }

        if (budget.Usd is <= 0 or > 10_000_000)
        {
            faults.Add("budget.usd", "budget.usd must be over 0 and up to 10000000.");
        }

        if (budget.GpuSeconds is { } seconds && seconds is not (> 0 and <= 1e9))
        {
            faults.Add("budget.gpu_seconds", "budget.gpu_seconds must be over 0 and up to 1000000000.");
        }

        if (budget.WarnAt is { } part && part is not (> 0 and <= 1))
        {
            faults.Add("budget.warn_at", "budget.warn_at must be over 0 and up to 1, such as 0.8.");
        }
    }

    internal static void Between(string field, int? value, int least, int most, RequestFaults faults)
    {
        if (value < least || value > most)
        {
            faults.Add(field, FormattableString.Invariant($"{field} must be a whole number from {least} to {most}."));
        }
    }

    private static void Word(string field, string value, int longest, RequestFaults faults)
    {
        if (value.Length > longest || !WordForm().IsMatch(value))
        {
            faults.Add(field, $"{field} must be 1 to {longest} letters, digits, '.', '_' and '-'.");
        }
    }

    private static void Different<T, TKey>(string field, IReadOnlyList<T> values, int least, int most, RequestFaults faults, Func<T, TKey> keyOf)
    {
        if (values.Count < least || values.Count > most)
        {
            faults.Add(field, FormattableString.Invariant($"{field} must have {least} to {most} entries; it has {values.Count}."));
        }

        var seen = new HashSet<TKey>();
        foreach (var (index, _) in values.Index().Where(value => !seen.Add(keyOf(value.Item))))
        {
            faults.Add($"{field}[{index}]", $"{field}[{index}] is there twice.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex WordForm();
}
