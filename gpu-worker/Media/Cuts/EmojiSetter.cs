using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Cuts;

/// <summary>Collects the emoji of words, and makes pictures of them that are laid over the cut.</summary>
internal sealed class EmojiSetter
{
    private readonly List<(string Cluster, Rect Box, Motion Motion)> _found = [];

    /// <summary>Takes note of the emoji of some words: they appear a moment after these.</summary>
    public void Set(TextBlock block, Rect box, Align align, Motion motion) =>
        _found.AddRange(block.Emoji(box, align).Select(emoji => (emoji.Cluster, emoji.Box, motion)));

    /// <summary>Makes the pictures in a folder.</summary>
    public async Task<IReadOnlyList<Sticker>> Make(string folder, List<string> warnings, CancellationToken cancellation)
    {
        if (_found.Count == 0)
            return [];
        var font = await EmojiFont.Installed.ConfigureAwait(false);
        if (font is null)
            warnings.Add("The font 'Noto Color Emoji' isn't installed; emoji are left out of the picture.");
        var stickers = new List<Sticker>();
        foreach (var (cluster, box, motion) in _found)
        {
            if (font?.Picture(cluster) is not { } png)
                continue;
            var path = Path.Combine(folder, $"emoji-{stickers.Count}.png");
            await File.WriteAllBytesAsync(path, png, cancellation).ConfigureAwait(false);
            var picture = await PictureDecoder.Decode(path, cancellation).ConfigureAwait(false);
            // The picture is a little wider than high; the box is square.
            var width = Even(Math.Min(box.Width, box.Height * picture.Width / picture.Height));
            var height = Even(width * picture.Height / picture.Width);
            await PngWriter.Write(Scaling.To(picture, (int)width, (int)height), path, cancellation).ConfigureAwait(false);
            var place = new Rect(Even(box.CentreX - width / 2), Even(box.CentreY - height / 2), width, height);
            stickers.Add(new Sticker(path, place, motion.From + 0.5 * motion.In, motion.To, 0.16, motion.Out));
        }

        return stickers;
    }

    private static double Even(double length) => Math.Max(2, Math.Round(length / 2) * 2);
}
