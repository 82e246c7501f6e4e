using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>
/// A test scene in front of a camera: simulated, rendered, encoded, decoded and tracked. Up to three bodies shine in red, green and blue;
/// all else is dark, so that a threshold finds them. The camera looks at a plane from far away.
/// </summary>
internal sealed class Footage
{
    private const float LensLength = 150;

    /// <summary>The scene.</summary>
    public required Simulation Simulation { get; init; }

    /// <summary>What is seen of which body: its mesh, and where that sits in the body. Red, green, blue.</summary>
    public required IReadOnlyList<(int Body, Mesh Mesh, Vector3d Offset)> Seen { get; init; }

    /// <summary>The place in the middle of the picture.</summary>
    public required Vector3d Middle { get; init; }

    /// <summary>Metres from the upper to the lower edge at that place.</summary>
    public required double Height { get; init; }

    /// <summary>How long it is filmed, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the camera looks down on it, with -z towards the upper edge; otherwise along -z.</summary>
    public bool FromAbove { get; init; }

    /// <summary>The raster.</summary>
    public FrameFormat Format { get; init; } = new(640, 360, 60);

    /// <summary>Where each body is seen in each frame, in metres across and up from the middle; its time is that of the frame.</summary>
    public async Task<Track[]> Film(string folder)
    {
        var path = Path.Combine(folder, "take.mp4");
        await Record(path);
        var raw = await Ffmpeg.Read(["-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], CancellationToken.None);
        var frames = raw.Chunk(Format.Width * Format.Height * 3).ToList();
        var pixel = Height / Format.Height;
        return
        [
            .. Enumerable.Range(0, Seen.Count).Select(colour => new Track(
            [
                .. frames.Select((frame, i) => Blob.Of(frame, Format.Width, colour) is { Area: > 0 } blob
                    ? new Sighting((double)i / Format.FramesPerSecond, (blob.X - (0.5 * Format.Width)) * pixel, ((0.5 * Format.Height) - blob.Y) * pixel, blob.Area)
                    : new Sighting((double)i / Format.FramesPerSecond, 0, 0, 0)),
            ])),
        ];
    }

    private async Task Record(string path)
    {
        Vector3[] colours = [new(0.9f, 0, 0), new(0, 0.7f, 0), new(0, 0, 0.9f)];
        var dark = new Vector3(0.002f);
        var stage = new Stage
        {
            Instances = [.. Seen.Select((seen, i) => new Instance(seen.Mesh, new Material { Colour = default, Emission = colours[i], Roughness = 1 }) { Shadow = false })],
            Ground = new Ground { Pattern = GroundPattern.None },
            Backdrop = new Backdrop { Zenith = dark, Horizon = dark, Ambient = 0 },
            Lights = [new AreaLight(new(0, 50, 50), new(1, 0, 0), new(0, 1, -1), dark, false)],
            Grade = new Grade { Bloom = 0, Vignette = 0 },
        };
        var camera = Camera();
        using var renderer = new FilmRenderer(stage, Format.Width, Format.Height);
        await using var writer = new VideoWriter(path, Format);
        var before = State(camera);
        var count = (int)Math.Round(Seconds * Format.FramesPerSecond);
        for (var i = 0; i < count; i++)
        {
            var state = State(camera);
            var frame = writer.Rent();
            renderer.Render(before, state, i, frame);
            await writer.Write(frame, CancellationToken.None);
            before = state;
            Simulation.Advance(1.0 / Format.FramesPerSecond);
        }

        await writer.Complete(CancellationToken.None);
    }

    private CameraPose Camera()
    {
        // 36 mm of film across the longer side.
        var across = Height * Math.Max(Format.Width, Format.Height) / Format.Height;
        var away = across * LensLength / 36;
        var towards = FromAbove ? new Vector3d(0, 1, 0) : new Vector3d(0, 0, 1);
        return new(
            (Middle + (towards * away)).ToSingle(), Middle.ToSingle(), FromAbove ? -Vector3.UnitZ : Vector3.UnitY, LensLength, 0, (float)away);
    }

    private FrameState State(CameraPose camera) => new(camera,
    [
        .. Seen.Select(seen =>
        {
            var body = Simulation.Bodies[seen.Body];
            return new Pose((body.Position + body.Orientation.Turn(seen.Offset)).ToSingle(), body.Orientation.ToSingle());
        }),
    ]);
}
