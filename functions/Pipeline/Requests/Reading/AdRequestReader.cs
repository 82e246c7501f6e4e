using System.Globalization;
using System.Text.Json;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Reads the body of <c>POST /v1/ads</c>, and the same document from a file.</summary>
/// <param name="pictures">How pictures are taken in.</param>
/// <param name="models">How 3-D models are taken in.</param>
/// <param name="fonts">How fonts are taken in.</param>
/// <param name="sounds">How sound is taken in.</param>
public sealed class AdRequestReader(PictureDesk pictures, ModelDesk models, FontDesk fonts, SoundDesk sounds)
{
    /// <summary>Reads, checks and normalises; stores the pictures once all is well.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="engines">Those that may be named.</param>
    /// <param name="baseFolder">Where the file names of pictures are looked for; null when only addresses and data: URLs are taken.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is; nothing was stored.</exception>
    public Task<ReadOrder> Read(
        ReadOnlyMemory<byte> json, TenantBlobs blobs, EngineList engines, string? baseFolder, CancellationToken cancellation) =>
        Read(new WireBody(StrictJson.Parse(json)), blobs, engines, baseFolder, cancellation);

    /// <summary>Reads, checks and normalises; stores the pictures once all is well.</summary>
    /// <param name="body">A JSON object, or a form, which may bring files.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="engines">Those that may be named.</param>
    /// <param name="baseFolder">Where the file names of pictures are looked for; null when only addresses and data: URLs are taken.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is; nothing was stored.</exception>
    public async Task<ReadOrder> Read(
        WireBody body, TenantBlobs blobs, EngineList engines, string? baseFolder, CancellationToken cancellation)
    {
        var files = AdFiles.Of(body);
        var wire = StrictJson.Read<AdRequest>(body);
        AdRules.Check(wire, engines, files);
        var taken = await Pictures(wire.Product?.Images ?? [], files, baseFolder, cancellation);
        var model = files.Model is { } file ? ModelDesk.Check("product.model", file)
            : wire.Product?.Model is { } source ? await models.Get("product.model", source, baseFolder, cancellation)
            : null;
        var logo = files.Logo is { } sign ? PictureDesk.Check("brand.logo", sign)
            : wire.Brand?.Logo is { } drawn ? await pictures.Get("brand.logo", drawn, baseFolder, cancellation)
            : null;
        var font = files.Font is { } letters ? FontDesk.Check("brand.font", letters)
            : wire.Brand?.Font is { } cast ? await fonts.Get("brand.font", cast, baseFolder, cancellation)
            : (ReadOnlyMemory<byte>?)null;
        AdRules.CheckCast(wire.Storyboard, taken, model);
        BrandRules.CheckKit(wire.Storyboard?.Brand, logo, font);
        var music = files.Music is { } tune ? SoundDesk.Check("music.file", tune)
            : wire.Music?.File is { } played ? await sounds.Get("music.file", played, baseFolder, cancellation)
            : null;
        var voice = files.Voice is { } recording ? SoundDesk.Check("voice.file", recording)
            : wire.Voice?.File is { } narrated ? await sounds.Get("voice.file", narrated, baseFolder, cancellation)
            : null;
        var guides = new List<CheckedPicture>();
        foreach (var (index, guide) in (wire.Pictures ?? []).Index())
        {
            guides.Add(files.Guide(index) is { } sent ? PictureDesk.Check($"pictures[{index}].image", sent)
                : await pictures.Get($"pictures[{index}].image", guide.Image!, baseFolder, cancellation));
        }

        var stored = new List<Picture>();
        foreach (var picture in taken)
        {
            stored.Add(await PictureDesk.Store(picture, blobs, cancellation));
        }

        var request = Normalise(wire, engines, stored, model is null ? null : await ModelDesk.Store(model, blobs, cancellation));
        request = request with
        {
            Brand = request.Brand is null ? null : request.Brand with
            {
                Logo = logo is null ? null : await PictureDesk.Store(logo, blobs, cancellation),
                Font = font is { } typeface ? await FontDesk.Store(typeface, blobs, cancellation) : null,
            },
        };
        if (wire.Music is not null || music is not null)
        {
            request = Sounded(request, wire.Music ?? new AdMusic(), music is null ? null : await SoundDesk.Store(music, blobs, cancellation));
        }

        if ((wire.Voice?.Name ?? (object?)wire.Voice?.Rate ?? voice) is not null)
        {
            request = request with
            {
                Voice = request.Voice || voice is not null,
                VoiceWish = new VoiceWish(wire.Voice?.Name?.Trim(), wire.Voice?.Rate, voice is null ? null : await SoundDesk.Store(voice, blobs, cancellation)),
            };
        }

        if (guides.Count > 0)
        {
            request = request with { Guides = await Stored(wire.Pictures!, guides, blobs, cancellation) };
        }

        return new ReadOrder(
            request with { Seed = wire.Seed ?? ContentSeed.Of(Untranslated(request)) },
            request.Engine,
            wire.Metadata ?? new Dictionary<string, string>());
    }

    /// <summary>The picture is the same whatever languages its captions are in.</summary>
    private static VideoRequest Untranslated(VideoRequest request) =>
        request.Product?.Translations is null ? request : request with { Product = request.Product with { Translations = null } };

    private async Task<IReadOnlyList<CheckedPicture>> Pictures(
        IReadOnlyList<string> sources, AdFiles files, string? baseFolder, CancellationToken cancellation)
    {
        var taken = new List<CheckedPicture>();
        foreach (var (index, source) in sources.Index())
        {
            taken.Add(await pictures.Get($"product.images[{index}]", source, baseFolder, cancellation));
        }

        taken.AddRange(files.Images.Select(image => PictureDesk.Check(image.Field, image.Bytes)));
        return taken;
    }

    private static async Task<IReadOnlyList<GuidePicture>> Stored(
        IReadOnlyList<AdPicture> wire, IReadOnlyList<CheckedPicture> taken, TenantBlobs blobs, CancellationToken cancellation)
    {
        var guides = new List<GuidePicture>();
        foreach (var (said, picture) in wire.Zip(taken))
        {
            guides.Add(new GuidePicture(await PictureDesk.Store(picture, blobs, cancellation), said.Role, said.Shot));
        }

        return guides;
    }

    /// <summary>The request with its wish for music, which also holds for a storyboard that came with it.</summary>
    private static VideoRequest Sounded(VideoRequest request, AdMusic music, BlobRef? file)
    {
        var wish = new MusicWish { Style = music.Style, Tempo = (int?)music.Tempo, Volume = music.Volume, File = file };
        return request with
        {
            MusicWish = wish == new MusicWish() ? null : wish,
            Storyboard = request.Storyboard is not { } board ? null : board with
            {
                Sound = board.Sound with
                {
                    Music = music.Wanted,
                    Style = wish.Style ?? board.Sound.Style,
                    Tempo = wish.Tempo ?? board.Sound.Tempo,
                    Volume = wish.Volume ?? board.Sound.Volume,
                },
            },
        };
    }

    private static VideoRequest Normalise(AdRequest wire, EngineList engines, IReadOnlyList<Picture> stored, ProductModel? model) => new()
    {
        Prompt = wire.Prompt?.Trim() ?? "",
        Product = wire.Product is { } product ? Product(product, stored, model) : null,
        Brand = wire.Brand is { } brand ? new BrandBrief(brand.Name.Trim(), brand.PrimaryColour, brand.AccentColour) : null,
        Channels = wire.Channels is { Count: > 0 } channels ? channels : [ChannelProfile.Default.Name],
        Seconds = wire.Seconds?.Value ?? wire.Storyboard?.Seconds ?? PromptWishes.Seconds(wire) ?? Usual(wire),
        Size = FrameSize.TryParse(wire.Size, out var size) ? size : PromptWishes.Size(wire),
        Language = wire.Language ?? wire.Storyboard?.Language,
        Voice = wire.Voice?.Wanted ?? false,
        Captions = wire.Captions,
        Legal = wire.Legal?.Trim(),
        Music = wire.Music?.Wanted ?? true,
        Mood = wire.Mood,
        Dramaturgy = wire.Dramaturgy,
        Variant = wire.Variant ?? 0,
        Link = wire.Link is { } link ? LinkRules.Wish(link) : null,
        Engine = wire.Engine ?? engines.Default,
        Quality = wire.Quality ?? default,
        Outputs = wire.Outputs is { Count: > 0 } outputs ? [.. outputs.Distinct().Order()] : null,
        Markets = wire.Markets is { Count: > 0 } markets ? [.. markets.Distinct()] : null,
        CleanCopy = wire.CleanCopy ?? false,
        Storyboard = wire.Storyboard,
    };

    /// <summary>Ten seconds, or what comes nearest to that on the main channel.</summary>
    private static decimal Usual(AdRequest wire) =>
        (wire.Channels is [var main, ..] ? ChannelProfile.Find(main)! : ChannelProfile.Default).Seconds.Nearest(10);

    private static ProductBrief Product(AdProduct wire, IReadOnlyList<Picture> stored, ProductModel? model) => new()
    {
        Title = wire.Title.Trim(),
        Description = wire.Description?.Trim() ?? "",
        Price = wire.Price is { } price ? decimal.Parse(price.Amount, CultureInfo.InvariantCulture) : null,
        Currency = wire.Price?.Currency,
        CompareAtPrice = wire.CompareAtPrice is { } before ? decimal.Parse(before.Amount, CultureInfo.InvariantCulture) : null,
        Translations = wire.Translations is { Count: > 0 } translations
            ? [.. translations.Select(one => new ProductTranslation(one.Language, one.Title.Trim(), one.Description?.Trim() ?? ""))]
            : null,
        Rating = wire.Rating is { } rating ? new ProductRating(rating.Value, rating.Count) : null,
        Pictures = stored,
        Model = model,
        Form = wire.Form,
        Matter = wire.Matter,
        HeightInCentimetres = wire.HeightCm,
    };
}
