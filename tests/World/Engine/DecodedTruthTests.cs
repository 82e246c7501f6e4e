using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Tests.Engine;

/// <summary>What a viewer can measure in the finished video.</summary>
public sealed class DecodedTruthTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("world-truth").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_ball_in_the_decoded_video_falls_with_9_81()
    {
        var format = new FrameFormat(240, 136);
        var order = Orders.Of(Deed.Bounce, 1.5m, format, Orders.Ball(0.4));
        await new WorldEngine().Render(order, hash => hash, _folder, new Progress<double>(), CancellationToken.None);
        var frames = await Decode(Path.Combine(_folder, OutputNames.Clip), format);
        Assert.Equal(45, frames.Count);

        // One pixel in metres at the ball's distance, from the lens: 36 mm of film across.
        var camera = Director.Stage(order, ShotAssets.None, CancellationToken.None).States[0].Camera;
        var pixel = 36 / camera.Lens * Math.Abs(camera.Position.Z) / format.Width;
        var heights = frames.Select(frame => -Ball(frame, format) * pixel).ToList();
        var flight = Flight(heights);
        Assert.True(flight.Count >= 15, $"only {flight.Count} frames of flight");
        Assert.Equal(9.81, -2 * Quadratic(flight), 0.005 * 9.81);
    }

    // The frames of the arc after the first impact; those next to an impact are left out, where blur holds both directions.
    private static List<(double Time, double Height)> Flight(List<double?> heights)
    {
        bool IsLow(int i) => heights[i] is { } here && heights[i - 1] > here && heights[i + 1] >= here;
        var impacts = Enumerable.Range(1, heights.Count - 2).Where(IsLow).ToList();
        var end = impacts.Count > 1 ? impacts[1] - 1 : heights.Count;
        return [.. Enumerable.Range(impacts[0] + 2, end - impacts[0] - 2).Where(i => heights[i] is not null).Select(i => (i / 30.0, heights[i]!.Value))];
    }

    // Row of the ball's middle, from the red pixels' first and last row in each column: lights in its middle do not matter. Null when the frame cuts it.
    private static double? Ball(byte[] rgb, FrameFormat format)
    {
        double rows = 0, count = 0;
        for (var x = 0; x < format.Width; x++)
        {
            var column = Enumerable.Range(0, format.Height).Where(y => Redness(rgb, ((y * format.Width) + x) * 3) > 45).ToList();
            if (column.Count == 0)
            {
                continue;
            }

            if (column[0] < 2)
            {
                return null;
            }

            double length = column[^1] - column[0] + 1;
            count += length;
            rows += length * (column[0] + column[^1]) / 2;
        }

        return count > 100 ? rows / count : null;
    }

    private static int Redness(byte[] rgb, int at) => rgb[at] - Math.Max(rgb[at + 1], rgb[at + 2]);

    // The coefficient of t2 of the least squares parabola.
    private static double Quadratic(List<(double Time, double Height)> track)
    {
        var origin = track.Average(p => p.Time);
        var matrix = new double[3, 4];
        foreach (var (time, height) in track)
        {
            double[] powers = [1, time - origin, (time - origin) * (time - origin)];
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    matrix[i, j] += powers[i] * powers[j];
                }

                matrix[i, 3] += powers[i] * height;
            }
        }

        for (var i = 0; i < 3; i++)
        {
            for (var k = i + 1; k < 3; k++)
            {
                var factor = matrix[k, i] / matrix[i, i];
                for (var j = i; j < 4; j++)
                {
                    matrix[k, j] -= factor * matrix[i, j];
                }
            }
        }

        return matrix[2, 3] / matrix[2, 2];
    }

    private static async Task<List<byte[]>> Decode(string path, FrameFormat format)
    {
        var raw = await Ffmpeg.Read(["-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], CancellationToken.None);
        return [.. raw.Chunk(format.Width * format.Height * 3)];
    }
}
