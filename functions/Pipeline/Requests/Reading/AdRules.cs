using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>What an ad request may say, beyond its types.</summary>
internal static partial class AdRules
{
    /// <summary>Most pictures of a product.</summary>
    public const int MostPictures = 8;

    /// <summary>Most languages besides the video's own: as many as a shop can publish.</summary>
    public const int MostTranslations = 20;

    /// <summary>Highest number of a variant.</summary>
    private const int MostVariant = 999;

    private const int MostNotes = 16;

    public static void Check(AdRequest wire, EngineList engines, AdFiles files)
    {
        var faults = new RequestFaults();
        if (string.IsNullOrWhiteSpace(wire.Prompt) && wire.Product is null && wire.Storyboard is null)
        {
            faults.Add("prompt", "At least one of prompt, product and storyboard must be given.", RequestErrorCodes.MissingField);
        }

        faults.Text("prompt", wire.Prompt, 0, RequestFaults.LongestPrompt);
        faults.Language("language", wire.Language);
        faults.Size("size", wire.Size);
        faults.Engine("engine", wire.Engine, engines);
        Length(wire, faults);
        Board(wire.Storyboard, null, null, faults);
        Channels(wire.Channels ?? [], faults);
        if (wire.Product is { } product)
        {
            Product(product, files, faults);
        }
        else if (files.AnyOfProduct)
        {
            faults.Add("product.title", "product.title is required with the files of a product.", RequestErrorCodes.MissingField);
        }

        GuideRules.Check(wire.Pictures ?? [], files, wire.Storyboard, faults);
        if (wire.Brand is { } brand)
        {
            BrandRules.Check(brand, files, faults);
        }

        else if (files.Logo is not null || files.Font is not null)
        {
            faults.Add("brand.name", "brand.name is required with the files of a brand.", RequestErrorCodes.MissingField);
        }

        Music(wire.Music, files, faults);
        Voice(wire.Voice, files, faults);
        faults.Text("legal", wire.Legal, 1, 300);
        if (wire.Link is { } link)
        {
            LinkRules.Check(link, faults);
        }

        if (wire.Markets?.FirstOrDefault(name => !LabelTable.Built.Names.Contains(name)) is { } unknown)
        {
            faults.Add("markets", $"markets must be of {string.Join(", ", LabelTable.Built.Names)}; there is no '{unknown}'.");
        }

        if (wire.Variant is < 0 or > MostVariant)
        {
            faults.Add("variant", $"variant must be a whole number from 0 to {MostVariant}.");
        }

        if (wire.Seed is < 0 or > ContentSeed.Largest)
        {
            faults.Add("seed", $"seed must be a whole number from 0 to {ContentSeed.Largest}.");
        }

        Metadata(wire.Metadata ?? new Dictionary<string, string>(), faults);
        faults.ThrowIfAny();
    }

    /// <summary>A storyboard may show no other pictures and models than those that came with it.</summary>
    public static void CheckCast(Storyboard? storyboard, IReadOnlyList<CheckedPicture> pictures, CheckedModel? model)
    {
        var known = pictures.Select(picture => HashOf(picture.Bytes)).ToHashSet();
        var faults = new RequestFaults();
        Board(storyboard, known, model is null ? [] : [HashOf(model.Bytes)], faults);
        faults.ThrowIfAny();
    }

    private static string HashOf(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static void Board(
        Storyboard? storyboard, IReadOnlyCollection<string>? pictures, IReadOnlyCollection<string>? models, RequestFaults faults)
    {
        foreach (var fault in storyboard is null ? [] : StoryboardRules.Check(storyboard, pictures, models))
        {
            faults.Add($"storyboard.{fault.Field}", $"storyboard.{fault}");
        }
    }

    private static void Length(AdRequest wire, RequestFaults faults)
    {
        if (wire.Storyboard is not { } storyboard)
        {
            faults.Seconds("seconds", wire.Seconds?.Value, 0);
        }
        else if (wire.Seconds is { } seconds && seconds.Value != storyboard.Seconds)
        {
            faults.Add("seconds", $"seconds must be left out, or be the length of the storyboard: {storyboard.Seconds}.");
        }
    }

    private static void Channels(IReadOnlyList<string> channels, RequestFaults faults)
    {
        foreach (var (index, name) in channels.Index())
        {
            if (ChannelProfile.Find(name) is not { } channel)
            {
                faults.Add($"channels[{index}]", $"There is no channel '{name}'. Accepted: {string.Join(", ", ChannelProfile.Names)}.");
            }
            else if (channels.Take(index).Any(earlier => ChannelProfile.Find(earlier) == channel))
            {
                faults.Add($"channels[{index}]", $"The channel '{name}' is named twice.");
            }
        }
    }

    private static void Product(AdProduct product, AdFiles files, RequestFaults faults)
    {
        faults.Text("product.title", product.Title, 1, 200);
        faults.Text("product.description", product.Description, 0, 8000);
        Translations(product.Translations ?? [], faults);
        Price("product.price", product.Price, faults);
        Price("product.compare_at_price", product.CompareAtPrice, faults);
        if (product.CompareAtPrice is { } before && AmountForm().IsMatch(before.Amount)
            && !(product.Price is { } now && before.Currency == now.Currency && AmountForm().IsMatch(now.Amount) && Number(before) > Number(now)))
        {
            faults.Add("product.compare_at_price", "product.compare_at_price must be more than product.price, in the same currency.");
        }

        if (product.Rating is { Value: < 0 or > 5 } or { Count: < 0 })
        {
            faults.Add("product.rating", "product.rating must have a value of 0 to 5 and a count of 0 or more.");
        }

        if ((product.Images?.Count ?? 0) + files.Images.Count is > MostPictures and var count)
        {
            faults.Add("product.images", $"product.images must have at most {MostPictures} pictures; it has {count}.");
        }

        if (product.Model is not null && files.Model is not null)
        {
            faults.Add("product.model", "product.model must be exactly one of a file and an address or data: URL.");
        }
        else if (product.Form == Form.Model && product.Model is null && files.Model is null)
        {
            faults.Add("product.model", "product.model is required for the form model.", RequestErrorCodes.MissingField);
        }

        if (product.HeightCm is < 1 or > 500 or double.NaN)
        {
            faults.Add("product.height_cm", "product.height_cm must be 1 to 500.");
        }
    }

    private static void Translations(IReadOnlyList<AdTranslation> translations, RequestFaults faults)
    {
        if (translations.Count > MostTranslations || translations.Select(one => one.Language.ToLowerInvariant()).Distinct().Count() < translations.Count)
        {
            faults.Add("product.translations", $"product.translations must be at most {MostTranslations}, each of another language.");
        }

        foreach (var (i, translation) in translations.Index())
        {
            faults.Language($"product.translations[{i}].language", translation.Language);
            faults.Text($"product.translations[{i}].title", translation.Title, 1, 200);
            faults.Text($"product.translations[{i}].description", translation.Description, 0, 8000);
        }
    }

    private static void Price(string field, AdPrice? price, RequestFaults faults)
    {
        if (price is not null && !AmountForm().IsMatch(price.Amount))
        {
            faults.Add($"{field}.amount", $"{field}.amount must be a decimal number as a string, such as \"79.00\".");
        }

        if (price is not null && !CurrencyForm().IsMatch(price.Currency))
        {
            faults.Add($"{field}.currency", $"{field}.currency must be an ISO 4217 code in capitals, such as USD.");
        }
    }

    private static decimal Number(AdPrice price) => decimal.Parse(price.Amount, CultureInfo.InvariantCulture);

    private static void Music(AdMusic? music, AdFiles files, RequestFaults faults)
    {
        if (music?.Tempo is { } tempo && (tempo is < 40 or > 200 || tempo % 1 != 0))
        {
            faults.Add("music.tempo", "music.tempo must be a whole number of beats a minute, 40 to 200.");
        }

        if (music?.Volume is < 0 or > 2 or double.NaN)
        {
            faults.Add("music.volume", "music.volume must be 0 to 2; 1 is usual.");
        }

        if (files.Music is not null && (music?.File is not null || music?.Wanted == false))
        {
            faults.Add("music.file", "music.file must be exactly one of a file and an address or data: URL, and music must not be false with it.");
        }

        if (music?.Style is not null && (music.File is not null || files.Music is not null))
        {
            faults.Add("music.style", "music.style must be left out with a file: nothing is composed then.");
        }
    }

    private static void Voice(AdVoice? voice, AdFiles files, RequestFaults faults)
    {
        faults.Text("voice.name", voice?.Name, 1, 64);
        if (voice?.Rate is < 0.8 or > 1.25 or double.NaN)
        {
            faults.Add("voice.rate", "voice.rate must be 0.8 to 1.25; 1 is usual.");
        }

        if (files.Voice is not null && (voice?.File is not null || voice?.Wanted == false))
        {
            faults.Add("voice.file", "voice.file must be exactly one of a file and an address or data: URL, and voice must not be false with it.");
        }

        if ((voice?.File is not null || files.Voice is not null) && (voice?.Name is not null || voice?.Rate is not null))
        {
            faults.Add("voice.file", "voice.file must stand alone: nothing is spoken beside it, so voice.name and voice.rate must be left out.");
        }
    }

    private static void Metadata(IReadOnlyDictionary<string, string> notes, RequestFaults faults)
    {
        if (notes.Count > MostNotes)
        {
            faults.Add("metadata", $"metadata must have at most {MostNotes} entries; it has {notes.Count}.");
        }

        foreach (var (name, value) in notes)
        {
            if (name.Length is 0 or > 64 || value.Length > 512)
            {
                faults.Add($"metadata.{name}", "A name in metadata has 1 to 64 characters, a value at most 512.");
            }
        }
    }

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,4})?\z")]
    private static partial Regex AmountForm();

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex CurrencyForm();
}
