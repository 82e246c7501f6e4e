using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SoraFunctions.Commerce.Structured;

/// <summary>
/// Schema.org JSON-LD of a video and what it advertises, after Google's "Video structured data" and "Merchant listing" pages: what
/// those require is always there, what they recommend is there when known.
/// </summary>
public static class StructuredData
{
    /// <summary>Google shows key moments only of videos at least this long, in seconds.</summary>
    public const decimal ShortestWithMoments = 30;

    // Create() escapes < > & ' " + and the line separators, so that the text can't end the script element that holds it.
    private static readonly JsonWriterOptions _safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The JSON-LD, safe inside a script element. Fails with <see cref="ArgumentException"/> that names a missing fact.</summary>
    /// <param name="video">The video.</param>
    /// <param name="product">What it advertises; null for nothing.</param>
    public static string Of(VideoFacts video, ProductFacts? product = null)
    {
        Check(video, product);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _safe))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            WriteVideo(json, video, product is not null);
            if (product is not null)
            {
                WriteProduct(json, product);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The script element to put into a page.</summary>
    /// <param name="jsonLd">What <see cref="Of"/> gave.</param>
    public static string ScriptElement(string jsonLd) => $"<script type=\"application/ld+json\">{jsonLd}</script>";

    private static void WriteVideo(Utf8JsonWriter json, VideoFacts video, bool aboutProduct)
    {
        json.WriteStartObject();
        json.WriteString("@type", "VideoObject");
        json.WriteString("@id", "#video");
        json.WriteString("name", video.Name);
        WriteIf(json, "description", video.Description);
        Write(json, "thumbnailUrl", video.Thumbnails);
        json.WriteString("uploadDate", Instant(video.UploadDate));
        json.WriteString("duration", string.Create(CultureInfo.InvariantCulture, $"PT{video.Seconds:0.###}S"));
        WriteIf(json, "contentUrl", video.Content?.AbsoluteUri);
        WriteIf(json, "embedUrl", video.Embed?.AbsoluteUri);
        WriteIf(json, "url", video.Page?.AbsoluteUri);
        WriteIf(json, "inLanguage", video.Language);
        if (video is { Width: > 0, Height: > 0 })
        {
            json.WriteNumber("width", video.Width);
            json.WriteNumber("height", video.Height);
        }

        WriteIf(json, "expires", video.Expires is { } expires ? Instant(expires) : null);
        if (aboutProduct)
        {
            WriteReference(json, "about", "#product");
        }

        if (video is { Seconds: >= ShortestWithMoments, Page: { } page })
        {
            WriteMoments(json, video.Moments, page);
        }

        json.WriteEndObject();
    }

    private static void WriteMoments(Utf8JsonWriter json, IReadOnlyList<Moment> moments, Uri page)
    {
        if (moments.Count == 0)
        {
            json.WriteStartObject("potentialAction");
            json.WriteString("@type", "SeekToAction");
            json.WriteString("target", At(page, "{seek_to_second_number}"));
            json.WriteString("startOffset-input", "required name=seek_to_second_number");
            json.WriteEndObject();
            return;
        }

        json.WriteStartArray("hasPart");
        foreach (var moment in moments)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Clip");
            json.WriteString("name", moment.Name);
            json.WriteNumber("startOffset", moment.Start);
            json.WriteNumber("endOffset", moment.End);
            json.WriteString("url", At(page, moment.Start.ToString(CultureInfo.InvariantCulture)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProduct(Utf8JsonWriter json, ProductFacts product)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Product");
        json.WriteString("@id", "#product");
        json.WriteString("name", product.Name);
        WriteIf(json, "description", product.Description);
        Write(json, "image", product.Images);
        WriteIf(json, "sku", product.Sku);
        WriteIf(json, "gtin", product.Gtin);
        WriteIf(json, "url", product.Page?.AbsoluteUri);
        if (product.Brand is { Length: > 0 } brand)
        {
            json.WriteStartObject("brand");
            json.WriteString("@type", "Brand");
            json.WriteString("name", brand);
            json.WriteEndObject();
        }

        if (product.Price is { } price)
        {
            json.WriteStartObject("offers");
            json.WriteString("@type", "Offer");
            json.WriteString("price", price.ToDecimalString());
            json.WriteString("priceCurrency", price.Currency);
            WriteIf(json, "availability", product.Availability is { } there ? $"https://schema.org/{there}" : null);
            WriteIf(json, "url", product.Page?.AbsoluteUri);
            json.WriteEndObject();
        }

        WriteReference(json, "subjectOf", "#video");
        json.WriteEndObject();
    }

    private static void Check(VideoFacts video, ProductFacts? product)
    {
        ArgumentNullException.ThrowIfNull(video);
        Require(video.Name.Length > 0, "the video needs a name", nameof(video));
        Require(video.Thumbnails.Count > 0, "the video needs a thumbnail", nameof(video));
        Require(video.Seconds > 0, $"the video's length must be above 0 seconds, not {video.Seconds}", nameof(video));
        Require(
            video.Moments.Select(moment => moment.Start).Distinct().Count() == video.Moments.Count,
            "no two moments may begin at one second", nameof(video));
        Require(
            video.Moments.All(moment => moment.Start >= 0 && moment.End > moment.Start),
            "a moment must begin at 0 s or later and end after it began", nameof(video));
        Require(product is null || product.Name.Length > 0, "the product needs a name", nameof(product));
        Require(product?.Price is not { Amount: <= 0 }, $"the price must be above 0, not {product?.Price}", nameof(product));
    }

    private static void Require(bool fine, string otherwise, string name)
    {
        if (!fine)
        {
            throw new ArgumentException(otherwise, name);
        }
    }

    private static string At(Uri page, string second)
    {
        var whole = page.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
        return $"{whole}{(page.Query.Length > 1 ? '&' : '?')}t={second}";
    }

    private static string Instant(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Uri> addresses)
    {
        if (addresses.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var address in addresses)
            {
                json.WriteStringValue(address.AbsoluteUri);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteReference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }
}
