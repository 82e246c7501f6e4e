using System.Globalization;
using System.Xml.Linq;
using SoraFunctions.Commerce.Structured;

namespace SoraFunctions.Commerce.Players;

/// <summary>
/// A video as an ad server takes it: a VAST 4.2 document with one linear advert (IAB Tech Lab, Digital Video Ad Serving Template, 2019). Elements stand
/// in the order of its schema.
/// </summary>
public static class VastDocument
{
    /// <summary>The events that are told besides the impression: the start, each quarter, and what viewers do.</summary>
    public static readonly IReadOnlyList<string> Events =
        ["start", "firstQuartile", "midpoint", "thirdQuartile", "complete", "mute", "unmute", "pause", "resume", "skip", "closeLinear"];

    private const string AdSystem = "SoraFunctions";

    private static readonly XNamespace _vast = "http://www.iab.com/VAST";

    /// <summary>The document, UTF-8 in its declaration. Fails with <see cref="ArgumentException"/> that names what is missing.</summary>
    /// <param name="ad">The advert.</param>
    public static string Of(VideoAd ad)
    {
        Check(ad);
        var document = new XElement(_vast + "VAST", new XAttribute("version", "4.2"),
            new XElement(_vast + "Ad", new XAttribute("id", ad.Id),
                new XElement(_vast + "InLine",
                    Text("AdSystem", AdSystem),
                    ad.Events is null ? null : Address("Error", Told(ad.Events, "error") + "&code=[ERRORCODE]"),
                    Address("Impression", ad.Events is null ? "about:blank" : Told(ad.Events, "impression"), new XAttribute("id", ad.Id)),
                    Text("AdServingId", ad.Id),
                    Text("AdTitle", ad.Title),
                    ad.Advertiser is null ? null : Text("Advertiser", ad.Advertiser),
                    new XElement(_vast + "Creatives",
                        new XElement(_vast + "Creative", new XAttribute("id", ad.Id), new XAttribute("sequence", 1),
                            Linear(ad),
                            new XElement(_vast + "UniversalAdId", new XAttribute("idRegistry", "unknown"), ad.Id))))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n";
    }

    /// <summary>
    /// A wrapper around another server's advert, such as the same video in an ad network: that one is shown, and counted here too. Where it leads is its
    /// own affair. Fails with <see cref="ArgumentException"/> that names what is missing.
    /// </summary>
    /// <param name="ad">What is told here; its files are not used.</param>
    /// <param name="tag">The other advert's VAST document, https.</param>
    public static string Around(VideoAd ad, Uri tag)
    {
        Check(ad);
        ArgumentNullException.ThrowIfNull(tag);
        Require(ad.Events is not null, "a wrapper needs an address that events are told to");
        Require(tag is { IsAbsoluteUri: true, Scheme: "https" }, "the wrapped advert's address must be https");
        var document = new XElement(_vast + "VAST", new XAttribute("version", "4.2"),
            new XElement(_vast + "Ad", new XAttribute("id", ad.Id),
                new XElement(_vast + "Wrapper", new XAttribute("followAdditionalWrappers", true), new XAttribute("allowMultipleAds", false),
                    Text("AdSystem", AdSystem),
                    Address("Error", Told(ad.Events!, "error") + "&code=[ERRORCODE]"),
                    Address("Impression", Told(ad.Events!, "impression"), new XAttribute("id", ad.Id)),
                    new XElement(_vast + "Creatives",
                        new XElement(_vast + "Creative", new XAttribute("id", ad.Id), new XAttribute("sequence", 1),
                            new XElement(_vast + "Linear",
                                Tracking(ad.Events!),
                                new XElement(_vast + "VideoClicks", Address("ClickTracking", Told(ad.Events!, "click"), new XAttribute("id", ad.Id)))))),
                    Address("VASTAdTagURI", tag.AbsoluteUri))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n";
    }

    private static XElement Tracking(Uri events) => new(
        _vast + "TrackingEvents", Events.Select(name => Address("Tracking", Told(events, name), new XAttribute("event", name))));

    private static XElement Linear(VideoAd ad) => new(_vast + "Linear",
        ad.Events is null ? null : Tracking(ad.Events),
        Text("Duration", TimeSpan.FromSeconds((double)ad.Seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture)),
        new XElement(_vast + "MediaFiles",
            ad.Captions.Count == 0 ? null : new XElement(_vast + "ClosedCaptionFiles",
                ad.Captions.Select(caption => Address("ClosedCaptionFile", caption.Value.AbsoluteUri, new XAttribute("type", "text/vtt"), new XAttribute("language", caption.Key)))),
            ad.Files.Select(file => Address("MediaFile", file.Address.AbsoluteUri,
                new XAttribute("delivery", "progressive"),
                new XAttribute("type", file.MediaType),
                new XAttribute("width", file.Width),
                new XAttribute("height", file.Height),
                file.KilobitsPerSecond > 0 ? new XAttribute("bitrate", file.KilobitsPerSecond) : null,
                new XAttribute("scalable", true),
                new XAttribute("maintainAspectRatio", true)))),
        ad.Click is null ? null : new XElement(_vast + "VideoClicks",
            ad.Events is null ? null : Address("ClickTracking", Told(ad.Events, "click"), new XAttribute("id", ad.Id)),
            Address("ClickThrough", ad.Click.AbsoluteUri, new XAttribute("id", ad.Id))));

    private static XElement Text(string name, string text) => new(_vast + name, XmlWords.Of(text));

    // As CDATA, as players expect addresses, which are full of ampersands; an address has no "]]>".
    private static XElement Address(string name, string address, params object?[] attributes) => new(_vast + name, attributes, new XCData(address));

    private static string Told(Uri events, string name) => $"{events.AbsoluteUri}{(events.Query.Length > 1 ? '&' : '?')}event={name}";

    private static void Check(VideoAd ad)
    {
        ArgumentNullException.ThrowIfNull(ad);
        Require(ad.Id.Length > 0 && ad.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'), "the advert's id must be of A-Z, a-z, 0-9, - and _");
        Require(ad.Title.Length > 0, "the advert needs a title");
        Require(ad.Seconds is > 0 and < 86_400, $"the advert's length must be above 0 seconds and below a day, not {ad.Seconds}");
        Require(ad.Files.Count > 0 && ad.Files.All(file => file is { Width: > 0, Height: > 0 }), "the advert needs a file, and each file its width and height");
    }

    private static void Require(bool fine, string otherwise)
    {
        if (!fine)
        {
            throw new ArgumentException(otherwise, "ad");
        }
    }
}
