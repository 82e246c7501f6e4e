using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SoraFunctions.Commerce.Players;

/// <summary>
/// A WebVTT track of the kind <c>metadata</c> that says where a product can be pressed, so that any browser follows it without help: each cue is a JSON
/// object with the product, the link, and the box as a spatial media fragment (W3C Media Fragments 1.0, <c>xywh=percent:</c>).
/// </summary>
public static class HotspotTrack
{
    /// <summary>What a box may be off, in fractions of the frame, before another cue begins.</summary>
    private const double Slack = 0.01;

    /// <summary>Smaller ones can't be pressed.</summary>
    private const double Smallest = 0.02;

    /// <summary>The track.</summary>
    /// <param name="product">The product's id in the shop.</param>
    /// <param name="link">Where a press leads.</param>
    /// <param name="spots">Where it is, in order of time; it is taken to stay until the next.</param>
    /// <param name="until">The end of the last one, in seconds.</param>
    public static string Of(string product, Uri link, IReadOnlyList<Hotspot> spots, double until)
    {
        ArgumentException.ThrowIfNullOrEmpty(product);
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(spots);
        var track = new StringBuilder("WEBVTT\n");
        for (var first = 0; first < spots.Count;)
        {
            var next = first + 1;
            while (next < spots.Count && IsLike(spots[first], spots[next]))
            {
                next++;
            }

            var (from, to) = (spots[first].Time, next < spots.Count ? spots[next].Time : until);
            if (to > from && spots[first] is var spot && spot.Right - spot.Left >= Smallest && spot.Bottom - spot.Top >= Smallest)
            {
                // The encoder escapes what could end a cue: a cue's text has no line break and no "-->".
                track.Append(CultureInfo.InvariantCulture, $"\n{Stamp(from)} --> {Stamp(to)}\n{Cue(product, link, spot)}\n");
            }

            first = next;
        }

        return track.ToString();
    }

    private static bool IsLike(Hotspot one, Hotspot other) =>
        Math.Abs(one.Left - other.Left) <= Slack && Math.Abs(one.Top - other.Top) <= Slack
        && Math.Abs(one.Right - other.Right) <= Slack && Math.Abs(one.Bottom - other.Bottom) <= Slack;

    private static string Cue(string product, Uri link, Hotspot spot) => new JsonObject
    {
        ["product"] = product,
        ["href"] = link.AbsoluteUri,
        ["xywh"] = string.Create(
            CultureInfo.InvariantCulture, $"percent:{100 * spot.Left:0.#},{100 * spot.Top:0.#},{100 * (spot.Right - spot.Left):0.#},{100 * (spot.Bottom - spot.Top):0.#}"),
    }.ToJsonString();

    private static string Stamp(double seconds) => TimeSpan.FromMilliseconds(Math.Round(1000 * seconds)).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
