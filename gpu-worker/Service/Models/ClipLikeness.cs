using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Faces;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Service.Models;

/// <summary>Takes the likeness of whom a film shows: the sharpest picture, where there are faces the one that shows a face best, cut out.</summary>
/// <param name="faces">Tells where faces are.</param>
/// <param name="people">Cuts people out.</param>
internal sealed class ClipLikeness(FaceDetector faces, PeopleCutOut people)
{
    /// <summary>Pictures a second that are looked at.</summary>
    private const int Often = 4;

    private const int MostLong = 1280;
    private const int LeastShort = 64;

    /// <summary>How much a face that fills the picture counts beside sharpness.</summary>
    private const float FaceWeight = 4;

    /// <summary>Alpha from which a pixel is inside the box that is kept.</summary>
    private const byte Seen = 16;

    /// <inheritdoc cref="LikenessMaker"/>
    public async Task<LikenessFacts> Take(string video, string target, CancellationToken cancellation)
    {
        try
        {
            var film = (await VideoProbe.Read(video, cancellation)).Picture;
            if (film.Seconds > LikenessOrder.MostSeconds)
            {
                throw new InvalidDataException($"it lasts {film.Seconds:0.#} seconds; accepted are up to {LikenessOrder.MostSeconds}");
            }

            if (Math.Min(film.Width, film.Height) < LeastShort)
            {
                throw new InvalidDataException($"it has {film.Width} x {film.Height} pixels; accepted are {LeastShort} or more a side");
            }

            return await Take(video, film, target, cancellation);
        }
        catch (Exception failure) when (failure is FfmpegException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"the file is no MP4 video that can be read: {failure.Message}", failure);
        }
    }

    private async Task<LikenessFacts> Take(string video, ProbedPicture film, string target, CancellationToken cancellation)
    {
        var scale = Math.Min(1, (double)MostLong / Math.Max(film.Width, film.Height));
        var format = new FrameFormat((int)(film.Width * scale) / 2 * 2, (int)(film.Height * scale) / 2 * 2, Often);
        await using var reader = new FrameReader(video, format);
        byte[] frame = new byte[reader.FrameBytes], best = new byte[reader.FrameBytes];
        var (score, second, most, shown, problem) = (float.MinValue, 0.0, 0, (Face?)null, (string?)null);
        for (var i = 0; i == 0 || i < film.Seconds * Often; i++)
        {
            await reader.Read(frame, cancellation);
            var found = faces.Find(new RgbView(frame, format.Width, format.Height), cancellation);
            problem = found.Problem;
            most = Math.Max(most, found.Faces.Count);
            var part = found.Faces.Count == 0 ? 0 : found.Faces.Max(face => face.Width * face.Height) / (format.Width * (float)format.Height);
            var worth = (Sharpness(frame, format.Width, format.Height) * (1 + (FaceWeight * part))) + (found.Faces.Count > 0 ? byte.MaxValue : 0);
            if (worth > score)
            {
                (score, second, shown) = (worth, (double)i / Often, found.Faces.MaxBy(face => face.Width * face.Height));
                frame.CopyTo(best, 0);
            }
        }

        var cut = shown is null ? new CutOutResult(null, null) : people.Cut(new RgbView(best, format.Width, format.Height), cancellation);
        var matte = shown is null || cut.Matte is null ? null : PersonMatte.Of(cut.Matte, shown);
        var picture = Cropped(best, format.Width, format.Height, matte?.Alpha);
        await PngWriter.Write(picture, target, cancellation);
        return new LikenessFacts(
            second, picture.Width, picture.Height, matte is not null, [.. new[] { problem, cut.Problem }.OfType<string>().Distinct()], problem is null ? most : null);
    }

    /// <summary>Mean difference of a pixel's green from its four neighbours' mean, 0 to 255, over every other pixel.</summary>
    private static float Sharpness(byte[] rgb, int width, int height)
    {
        var (sum, count, stride) = (0L, 0, 3 * width);
        for (var y = 1; y < height - 1; y += 2)
        {
            for (var x = 1; x < width - 1; x += 2)
            {
                var at = (y * stride) + (3 * x) + 1;
                sum += Math.Abs((4 * rgb[at]) - rgb[at - 3] - rgb[at + 3] - rgb[at - stride] - rgb[at + stride]);
                count++;
            }
        }

        return sum / (4f * Math.Max(1, count));
    }

    private static DecodedPicture Cropped(byte[] rgb, int width, int height, byte[]? alpha)
    {
        var (from, to) = alpha is null ? (Vector2.Zero, new Vector2(width, height)) : Box(alpha, width, height);
        int left = (int)from.X, top = (int)from.Y, across = (int)to.X - left, down = (int)to.Y - top;
        var rgba = new byte[4 * across * down];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                int source = ((top + y) * width) + left + x, at = 4 * ((y * across) + x);
                rgb.AsSpan(3 * source, 3).CopyTo(rgba.AsSpan(at));
                rgba[at + 3] = alpha?[source] ?? byte.MaxValue;
            }
        }

        return new DecodedPicture(across, down, rgba);
    }

    // The matte's box; all of the picture where the matte is as good as empty.
    private static (Vector2 From, Vector2 To) Box(byte[] alpha, int width, int height)
    {
        var (from, to) = (new Vector2(width, height), Vector2.Zero);
        for (var i = 0; i < alpha.Length; i++)
        {
            if (alpha[i] >= Seen)
            {
                var place = new Vector2(i % width, i / width);
                (from, to) = (Vector2.Min(from, place), Vector2.Max(to, place + Vector2.One));
            }
        }

        return to.X - from.X < LeastShort || to.Y - from.Y < LeastShort ? (Vector2.Zero, new Vector2(width, height)) : (from, to);
    }
}
