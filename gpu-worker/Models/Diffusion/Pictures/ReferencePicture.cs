using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>Sets a product's picture into the first frame of a clip: on a plain field, as large as the shot is framed.</summary>
public static class ReferencePicture
{
    private const int Opaque = 250;

    /// <summary>
    /// The first frame. Of a cut-out the visible part is set on a field of the given colour; a picture without transparency stands on a field of the
    /// colour of its own rim, so that it has no edge.
    /// </summary>
    /// <param name="picture">The product's picture.</param>
    /// <param name="framing">How large it stands in the frame.</param>
    /// <param name="colour">The field's colour as <c>#rrggbb</c>.</param>
    /// <param name="width">Pixels across of the frame.</param>
    /// <param name="height">Pixels down of the frame.</param>
    public static PlanarPicture Set(DecodedPicture picture, Framing framing, string colour, int width, int height)
    {
        var seen = Visible(picture);
        var cutOut = IsCutOut(picture);
        var field = cutOut ? Parse(colour) : RimColour(picture);
        var part = cutOut ? seen : new Crop(0, 0, picture.Width, picture.Height);
        var frame = PlanarPicture.Black(width, height);
        for (var channel = 0; channel < 3; channel++)
            frame.Plane(channel).Fill(field[channel]);

        var scale = Math.Min(height * Share(framing) / part.Height, width * Math.Max(0.92, Share(framing)) / part.Width);
        var (across, down) = (Math.Max(1, (int)Math.Round(part.Width * scale)), Math.Max(1, (int)Math.Round(part.Height * scale)));
        var scaler = new PlaneScaler(picture.Width, picture.Height, part, across, down);
        var alpha = Scaled(scaler, picture, 3, across * down);
        for (var channel = 0; channel < 3; channel++)
            Lay(Scaled(scaler, picture, channel, across * down), alpha, across, down, frame, channel);
        return frame;
    }

    /// <summary>A picture as a whole frame: scaled to cover it and cut at the rims; what is transparent is black.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Pixels across of the frame.</param>
    /// <param name="height">Pixels down of the frame.</param>
    public static PlanarPicture Cover(DecodedPicture picture, int width, int height)
    {
        var frame = PlanarPicture.Black(width, height);
        var scaler = new PlaneScaler(picture.Width, picture.Height, Crop.Cover(picture.Width, picture.Height, width, height), width, height);
        for (var channel = 0; channel < 3; channel++)
        {
            Scaled(scaler, picture, channel, frame.Area).CopyTo(frame.Plane(channel));
            foreach (ref var value in frame.Plane(channel))
                value = Math.Clamp(value, 0, 1);
        }
        return frame;
    }

    /// <summary>The share of the frame's height that a subject takes.</summary>
    private static double Share(Framing framing) => framing switch
    {
        Framing.Wide => 0.3,
        Framing.Medium => 0.5,
        Framing.Close => 0.75,
        _ => 1.2,
    };

    private static void Lay(float[] colours, float[] alpha, int across, int down, PlanarPicture frame, int channel)
    {
        var plane = frame.Plane(channel);
        var (left, top) = ((frame.Width - across) / 2, (frame.Height - down) / 2);
        for (var row = Math.Max(0, -top); row < Math.Min(down, frame.Height - top); row++)
            for (var column = Math.Max(0, -left); column < Math.Min(across, frame.Width - left); column++)
            {
                // Colours are multiplied by their alpha already.
                ref var pixel = ref plane[(top + row) * frame.Width + left + column];
                var from = row * across + column;
                pixel = Math.Clamp(colours[from] + (1 - Math.Clamp(alpha[from], 0, 1)) * pixel, 0, 1);
            }
    }

    private static float[] Scaled(PlaneScaler scaler, DecodedPicture picture, int channel, int length)
    {
        var plane = new float[picture.Width * picture.Height];
        for (var i = 0; i < plane.Length; i++)
        {
            var alpha = picture.Rgba[4 * i + 3] / 255f;
            plane[i] = channel == 3 ? alpha : alpha * picture.Rgba[4 * i + channel] / 255f;
        }
        var scaled = new float[length];
        scaler.Scale(plane, scaled);
        return scaled;
    }

    private static bool IsCutOut(DecodedPicture picture) => RimPixels(picture).Count(i => picture.Rgba[4 * i + 3] < Opaque) * 4 > RimPixels(picture).Count();

    private static Crop Visible(DecodedPicture picture)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, -1, -1);
        for (var row = 0; row < picture.Height; row++)
            for (var column = 0; column < picture.Width; column++)
                if (picture.Rgba[4 * (row * picture.Width + column) + 3] > 255 - Opaque)
                    (left, top, right, bottom) = (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column), Math.Max(bottom, row));
        return right < 0 ? new(0, 0, picture.Width, picture.Height) : new(left, top, right - left + 1, bottom - top + 1);
    }

    private static float[] RimColour(DecodedPicture picture)
    {
        int[] rim = [.. RimPixels(picture)];
        return [.. Enumerable.Range(0, 3).Select(channel => rim.Select(i => (int)picture.Rgba[4 * i + channel]).Order().ElementAt(rim.Length / 2) / 255f)];
    }

    private static IEnumerable<int> RimPixels(DecodedPicture picture)
    {
        for (var column = 0; column < picture.Width; column++)
        {
            yield return column;
            yield return (picture.Height - 1) * picture.Width + column;
        }
        for (var row = 0; row < picture.Height; row++)
        {
            yield return row * picture.Width;
            yield return row * picture.Width + picture.Width - 1;
        }
    }

    private static float[] Parse(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255f)];
}
