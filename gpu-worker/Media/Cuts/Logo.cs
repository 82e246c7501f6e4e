using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Cuts;

/// <summary>The brand's logo, without the empty margin round it.</summary>
internal sealed class Logo
{
    private const double Contrast = 3;
    private readonly DecodedPicture _picture;
    private readonly Ink _mean;
    private readonly bool _opaque;

    private Logo(DecodedPicture picture, Ink mean, bool opaque) => (_picture, _mean, _opaque) = (picture, mean, opaque);

    /// <summary>Width by height.</summary>
    public double Shape => _picture.Width / (double)_picture.Height;

    /// <summary>Reads a logo; null, with a warning, when it can't be read or is empty.</summary>
    public static async Task<Logo?> Read(string path, List<string> warnings, CancellationToken cancellation)
    {
        try
        {
            var picture = await PictureDecoder.Decode(path, cancellation).ConfigureAwait(false);
            var trimmed = Trimmed(picture);
            if (trimmed is not null)
                return new Logo(trimmed, Mean(trimmed), !Enumerable.Range(0, picture.Rgba.Length / 4).Any(i => picture.Rgba[4 * i + 3] < 128));
            warnings.Add("The brand's logo is empty; its name is shown in letters.");
        }
        catch (InvalidDataException problem)
        {
            warnings.Add($"The brand's logo can't be read; its name is shown in letters. {problem.Message}");
        }

        return null;
    }

    /// <summary>The colour of a plate that it needs on a ground (WCAG 2.2, 1.4.11: 3 to 1); null for none.</summary>
    public Ink? PlateOn(double low, double high) =>
        _opaque || Math.Min(Ink.Contrast(_mean.Luminance, low), Ink.Contrast(_mean.Luminance, high)) >= Contrast
            && (_mean.Luminance < low || _mean.Luminance > high)
            ? null
            : _mean.Contrast(Ink.White) >= _mean.Contrast(Ink.Dark) ? new Ink(252, 252, 250) : Ink.Dark;

    /// <summary>Writes it in a size; one without transparency gets round corners.</summary>
    public Task Write(string path, int width, int height, CancellationToken cancellation)
    {
        var scaled = Scaling.To(_picture, width, height);
        if (_opaque)
        {
            var mask = RoundedMask.Of(width, height, 0.1 * Math.Min(width, height)).Rgba;
            for (var i = 0; i < width * height; i++)
                scaled.Rgba[4 * i + 3] = (byte)(scaled.Rgba[4 * i + 3] * mask[4 * i] / 255);
        }

        return PngWriter.Write(scaled, path, cancellation);
    }

    private static DecodedPicture? Trimmed(DecodedPicture picture)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, -1, -1);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (picture.Rgba[4 * (y * picture.Width + x) + 3] < 12)
                    continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        if (right < left)
            return null;
        var (width, height) = (right - left + 1, bottom - top + 1);
        var rgba = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
            picture.Rgba.AsSpan(4 * ((top + y) * picture.Width + left), 4 * width).CopyTo(rgba.AsSpan(4 * y * width));
        return new DecodedPicture(width, height, rgba);
    }

    private static Ink Mean(DecodedPicture picture)
    {
        double r = 0, g = 0, b = 0, all = 1e-9;
        for (var i = 0; i < picture.Rgba.Length; i += 4)
        {
            var alpha = picture.Rgba[i + 3];
            (r, g, b, all) = (r + picture.Rgba[i] * alpha, g + picture.Rgba[i + 1] * alpha, b + picture.Rgba[i + 2] * alpha, all + alpha);
        }

        return new Ink((byte)(r / all), (byte)(g / all), (byte)(b / all));
    }
}
