using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Cuts;

/// <summary>Makes pictures of emoji that are laid over the cut.</summary>
internal static class EmojiSetter
{
    /// <summary>Makes them in a folder: they appear a moment after their words.</summary>
    public static async Task<IReadOnlyList<Sticker>> Make(IReadOnlyList<LaidEmoji> found, string folder, List<string> warnings, CancellationToken cancellation)
    {
        if (found.Count == 0)
            return [];
        var font = await EmojiFont.Installed.ConfigureAwait(false);
        if (font is null)
            warnings.Add("The font 'Noto Color Emoji' isn't installed; emoji are left out of the picture.");
        var stickers = new List<Sticker>();
        foreach (var (cluster, box, motion) in found)
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
