using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Render.Air;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>
/// Films a stage. The same stage and states give the same bytes, however many threads take part. Not for use by two threads at once.
/// </summary>
public sealed class FilmRenderer : IDisposable
{
    private readonly Take take;
    private readonly Film film;
    private readonly Bloom bloom;
    private readonly GroundLight[] grounds;
    private readonly MirrorPass mirrors;
    private readonly LightPass[] lights;
    private readonly FilmPass[] films;
    private readonly BlurPass blur;
    private readonly AirPass air;
    private readonly Crew crew;
    private readonly PrintPass print;
    private readonly Accumulation? accumulation;
    private readonly int width;
    private readonly int height;
    private int part;
    private readonly Action<int, int> transform;
    private readonly Action<int, int> setUp;
    private readonly Action<int, int> lightTile;
    private readonly Action<int, int> bondStrip;
    private readonly Action<int, int> filterLight;
    private readonly Action<int, int> mirrorRow;
    private readonly Action<int, int> filterMirror;
    private readonly Action<int, int> coarseRow;
    private readonly Action<int, int> exposeTile;
    private readonly Action<int, int> measureRow;
    private readonly Action<int, int> blurCell;
    private readonly Action<int, int> copyCell;
    private readonly Action<int, int> particleTile;
    private readonly Action<int, int> gatherGlow;
    private readonly Action<int, int> glowAcross;
    private readonly Action<int, int> glowDown;
    private readonly Action<int, int> accumulate;
    private readonly Action<int, int> printYuv;
    private readonly Action<int, int> printRgb;

    /// <summary>Prepares a stage: trees over its meshes, levels of its pictures, light from its backdrop.</summary>
    /// <param name="stage">What is filmed.</param>
    /// <param name="width">Pixels across, even, 16 to 8192.</param>
    /// <param name="height">Pixels down, even, 16 to 8192.</param>
    /// <param name="quality">How much work goes into a pixel; a draft is for a smaller picture (<see cref="FrameFormat.Filmed"/>).</param>
    /// <param name="threads">How many threads render; 0 for one per processor.</param>
    /// <exception cref="ArgumentException">A size is odd or out of range, or the stage has no lamp, more than four, or an empty mesh.</exception>
    public FilmRenderer(Stage stage, int width, int height, Quality quality = Quality.Standard, int threads = 0)
        : this(stage, null, null, width, height, quality, threads)
    {
    }

    /// <summary>As the public one, with what is ready of the set and of those who stand on it; for this renderer alone.</summary>
    internal FilmRenderer(Stage stage, SetLight? set, Wardrobe? wardrobe, int width, int height, Quality quality, int threads = 0)
    {
        Check(width, nameof(width));
        Check(height, nameof(height));
        if (stage.Lights.Count is < 1 or > 4)
            throw new ArgumentException($"The stage has {stage.Lights.Count} lights; 1 to 4 are possible.", nameof(stage));
        for (var i = 0; i < stage.Instances.Count; i++)
            if (stage.Instances[i].Mesh.Indices.Length < 3)
                throw new ArgumentException($"Instance {i} has a mesh without triangles.", nameof(stage));
        (this.width, this.height) = (width, height);
        take = new Take(stage, width, height, set, wardrobe, quality);
        film = new Film(width, height);
        bloom = new Bloom(film);
        mirrors = new MirrorPass(take);
        blur = new BlurPass(take, film);
        air = new AirPass(take, film);
        var development = new Development(film, bloom, new ToneMapping(stage.Exposure, stage.Warmth, stage.Grade), stage.Exposure, stage.Grade);
        print = new PrintPass(film, development);
        if (quality == Quality.Final) accumulation = new Accumulation(film);
        crew = new Crew(threads > 0 ? threads : Environment.ProcessorCount);
        lights = [.. Enumerable.Range(0, crew.Size).Select(_ => new LightPass(take))];
        grounds = [.. Enumerable.Range(0, crew.Size).Select(_ => new GroundLight(take))];
        films = [.. grounds.Select(ground => new FilmPass(take, film, ground))];
        var bonds = new LightBonds(take);
        var shadow = new LightFilter(take, false, LightMap.LampStates, [.. Enumerable.Range(0, stage.Lights.Count)]);
        var sky = new LightFilter(take, true, LightMap.SkyStates, LightMap.Sky, LightMap.Bounce, LightMap.Bounce + 1, LightMap.Bounce + 2);
        var coarse = new CoarsePass(take, grounds[0]);
        var mirror = new LightFilter(take, true, LightMap.SkyStates, LightMap.Mirror, LightMap.Mirror + 1, LightMap.Mirror + 2, LightMap.Cover);
        transform = (_, body) => take.Setup.Transform(body);
        setUp = (_, piece) => take.Setup.Set(piece);
        lightTile = (worker, tile) => lights[worker].Tile(tile);
        bondStrip = (_, strip) => bonds.Rows(LightFilter.Strip * strip, StripEnd(strip));
        filterLight = (_, strip) =>
        {
            shadow.Rows(LightFilter.Strip * strip, StripEnd(strip));
            sky.Rows(LightFilter.Strip * strip, StripEnd(strip));
        };
        mirrorRow = (_, pair) => mirrors.Rows(8 * pair, 4 * LightRows, LightColumns);
        var response = new ResponsePass(take);
        coarseRow = (_, row) => CoarseRow(coarse, response, row);
        filterMirror = (worker, strip) => FilterMirror(mirror, grounds[worker], strip);
        exposeTile = (worker, tile) =>
        {
            films[worker].Tile(tile);
            air.Veil(tile);
        };
        measureRow = (_, row) => blur.Measure(row);
        blurCell = (_, cell) => blur.Blur(cell);
        copyCell = (_, cell) => blur.Copy(cell);
        particleTile = (_, tile) => air.Particles(tile);
        gatherGlow = (_, row) => bloom.Gather(row, stage.Exposure);
        glowAcross = (_, row) => bloom.Across(row);
        glowDown = (_, row) => bloom.Down(row);
        accumulate = (_, row) => accumulation!.Add(part, row);
        printYuv = (_, pair) => print.YuvRows(pair);
        printRgb = (_, row) => print.RgbRow(row);
    }

    /// <summary>Pixels across.</summary>
    public int Width => width;

    /// <summary>Pixels down.</summary>
    public int Height => height;

    /// <summary>Whether what is smooth is computed once for two by two pixels; without, one sees what that loses.</summary>
    internal bool TwoRates { get; init; } = true;

    /// <summary>Where to add up what each pass costs; null to not measure.</summary>
    public PassCosts? Costs { get; set; }

    /// <summary>Renders a frame as I420: BT.709, limited range, the Y plane, then Cb and Cr at half the size.</summary>
    /// <param name="previous">The state one frame earlier, where motion blur begins; the same object for none.</param>
    /// <param name="current">The state to film.</param>
    /// <param name="frameIndex">Number of the frame in the shot, from 0.</param>
    /// <param name="yuv420">Width * Height * 3 / 2 bytes.</param>
    /// <exception cref="ArgumentException">A state or the span does not fit the stage or the size.</exception>
    public void Render(FrameState previous, FrameState current, int frameIndex, Span<byte> yuv420)
    {
        if (yuv420.Length < print.Yuv.Length)
            throw new ArgumentException($"{yuv420.Length} bytes are given; a frame takes {print.Yuv.Length}.", nameof(yuv420));
        Expose(previous, current, frameIndex);
        Do("develop", height / 2, printYuv);
        print.Yuv.CopyTo(yuv420);
    }

    /// <summary>Renders a frame as R, G, B bytes (sRGB), rows from the top.</summary>
    /// <param name="previous">The state one frame earlier.</param>
    /// <param name="current">The state to film.</param>
    /// <param name="frameIndex">Number of the frame in the shot, from 0.</param>
    /// <param name="rgb24">Width * Height * 3 bytes.</param>
    /// <exception cref="ArgumentException">A state or the span does not fit the stage or the size.</exception>
    public void RenderRgb(FrameState previous, FrameState current, int frameIndex, Span<byte> rgb24)
    {
        if (rgb24.Length < print.Rgb.Length)
            throw new ArgumentException($"{rgb24.Length} bytes are given; a frame takes {print.Rgb.Length}.", nameof(rgb24));
        Expose(previous, current, frameIndex);
        Do("develop", height, printRgb);
        print.Rgb.CopyTo(rgb24);
    }

    /// <inheritdoc/>
    public void Dispose() => crew.Dispose();

    private static void Check(int size, string name)
    {
        if (size is < 16 or > 8192 || size % 2 != 0)
            throw new ArgumentException($"{name} is {size}; it must be even and 16 to 8192.", name);
    }

    private void Expose(FrameState previous, FrameState current, int frameIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frameIndex);
        var bodies = take.Bodies.Count;
        if (previous.Poses.Length != bodies || current.Poses.Length != bodies)
            throw new ArgumentException(
                $"The states have {previous.Poses.Length} and {current.Poses.Length} poses; the stage has {bodies} instances.",
                nameof(current));
        Costs?.Start();
        if (accumulation is null)
        {
            Expose(previous, current, Exposure.Whole);
        }
        else
        {
            for (part = 0; part < Accumulation.Parts.Length; part++)
            {
                Expose(previous, current, Accumulation.Parts[part]);
                Do("accumulate", film.Height, accumulate);
            }
        }

        Do("glow", bloom.Rows, gatherGlow);
        Do("glow", bloom.Rows, glowAcross);
        Do("glow", bloom.Rows, glowDown);
    }

    private void Expose(FrameState previous, FrameState current, in Exposure exposure)
    {
        take.Begin(previous, current, exposure);
        Costs?.Add("pose");
        Do("vertices", take.Bodies.Count, transform);
        Do("triangles", take.Setup.Pieces, setUp);
        take.Bins.Fill(take.Setup);
        Costs?.Add("bins");
        var tiles = take.Bins.Columns * take.Bins.Rows;
        Do("light", tiles, lightTile);
        Do("light filter", LightStrips, bondStrip);
        Do("light filter", LightStrips, filterLight);
        Do("mirror", (LightRows + 1) / 2, mirrorRow);
        Do("mirror filter", LightStrips, filterMirror);
        Do("coarse", LightRows, coarseRow);
        Do("film", tiles, exposeTile);
        blur.Plan();
        Do("blur", blur.Rows, measureRow);
        Do("blur", blur.Count, blurCell);
        Do("blur", blur.Count, copyCell);
        air.Begin(previous, current);
        Costs?.Add("particles");
        Do("particles", air.ParticleTiles, particleTile);
    }

    private void Do(string pass, int pieces, Action<int, int> piece)
    {
        crew.Do(pieces, piece);
        Costs?.Add(pass);
    }

    /// <summary>Rows of blocks of the light map that the picture and its filters reach.</summary>
    private int LightRows => Math.Min(take.Map.Rows / 4, (film.Height + 23) / 8);

    private int LightStrips => (LightRows + LightFilter.Strip - 1) / LightFilter.Strip;

    private int StripEnd(int strip) => Math.Min(LightRows, LightFilter.Strip * (strip + 1));

    private int LightColumns => Math.Min(take.Map.Columns, ((film.Width + 23) / 8) * 4);

    private void CoarseRow(CoarsePass coarse, ResponsePass response, int row)
    {
        for (var column = 0; column < LightColumns; column += 4)
        {
            if (TwoRates)
            {
                coarse.Block(column, 4 * row);
                response.Block(column, 4 * row);
                continue;
            }

            take.Map.CoarseState(column / 4, row) = LightMap.Fine;
            take.Map.Responds(column / 4, row) = false;
        }
    }

    private void FilterMirror(LightFilter mirror, GroundLight ground, int strip)
    {
        mirror.Rows(LightFilter.Strip * strip, StripEnd(strip));
        if (ground.Settled) ground.Rows(LightFilter.Strip * strip, StripEnd(strip), LightColumns);
    }
}
