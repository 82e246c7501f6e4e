using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// What light reaches the surfaces in view, one record for two by two pixels: lamps 0 to 3, sky, bounce (3), mirror (3), mirror cover.
/// A record is one <see cref="Wide"/>, so filtering works on all of it at once.
/// </summary>
internal sealed unsafe class LightMap
{
    /// <summary>The id of the ground; bodies have their number, the backdrop <see cref="Nothing"/>.</summary>
    public const int GroundId = -2;

    /// <summary>The id of the backdrop.</summary>
    public const int Nothing = -1;

    private readonly float[] raw;
    private readonly float[] smooth;
    private readonly float[] guides;
    private readonly int[] ids;
    private Wide hiddenGround = HiddenBody;

    public LightMap(int width, int height)
    {
        Columns = (width / 2 + 3) & ~3;
        Rows = (height / 2 + 3) & ~3;
        raw = GC.AllocateArray<float>(16 * Columns * Rows, pinned: true);
        smooth = GC.AllocateArray<float>(16 * Columns * Rows, pinned: true);
        guides = GC.AllocateArray<float>(4 * Columns * Rows, pinned: true);
        ids = GC.AllocateArray<int>(Columns * Rows, pinned: true);
    }

    public int Columns { get; }

    public int Rows { get; }

    public float* Raw => Pin(raw);

    public float* Smooth => Pin(smooth);

    /// <summary>Normal and depth.</summary>
    public float* Guides => Pin(guides);

    public int* Ids => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(ids));

    /// <summary>Sets the diffuse light assumed for ground that is nowhere in view.</summary>
    public void Assume(Vector3 diffuse) => hiddenGround = Vector512.Create(
        1f, 1, 1, 1, 0.8f, diffuse.X, diffuse.Y, diffuse.Z, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Reads the light at points of known surfaces, from whatever records of the same surface are near on the picture.</summary>
    /// <param name="lens">The camera.</param>
    /// <param name="point">At the middle of the exposure.</param>
    /// <param name="normal">Unit length.</param>
    /// <param name="id">The surface of each lane.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="visible">The result.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(in Lens lens, in Wide3 point, in Wide3 normal, WideInt id, Wide mask, out Visibility visible)
    {
        var depth = lens.Project(point, out var px, out var py);
        var onPicture = Vector512.GreaterThan(depth, All(0.01f)) & mask;
        var x = Min(Max(Fma(px, All(0.5f), All(-0.5f)), Wide.Zero), All(Columns - 1));
        var y = Min(Max(Fma(py, All(0.5f), All(-0.5f)), Wide.Zero), All(Rows - 1));
        var x0 = Vector512.Floor(x);
        var y0 = Vector512.Floor(y);
        var (fx, fy) = (x - x0, y - y0);
        var left = Vector512.ConvertToInt32(x0);
        var top = Vector512.ConvertToInt32(y0);
        var right = Vector512.Min(left + WideInt.One, Vector512.Create(Columns - 1));
        var bottom = Vector512.Min(top + WideInt.One, Vector512.Create(Rows - 1));
        var i00 = top * Columns + left;
        var i01 = top * Columns + right;
        var i10 = bottom * Columns + left;
        var i11 = bottom * Columns + right;
        var bodies = Any(~Vector512.Equals(id, Vector512.Create(GroundId)).AsSingle() & mask);
        var w00 = Weight(i00, id, bodies, normal, depth, (Wide.One - fx) * (Wide.One - fy));
        var w01 = Weight(i01, id, bodies, normal, depth, fx * (Wide.One - fy));
        var w10 = Weight(i10, id, bodies, normal, depth, (Wide.One - fx) * fy);
        var w11 = Weight(i11, id, bodies, normal, depth, fx * fy);
        var sum = w00 + w01 + w10 + w11;
        var lost = Vector512.LessThan(sum, All(1e-3f)) & onPicture;
        var found = Bits(onPicture & ~lost);
        var scale = Inverse(Max(sum, All(1e-6f)));
        var rows = stackalloc float[256];
        var weights = stackalloc float[64];
        var places = stackalloc int[64];
        (w00 * scale).Store(weights);
        (w01 * scale).Store(weights + 16);
        (w10 * scale).Store(weights + 32);
        (w11 * scale).Store(weights + 48);
        i00.Store(places);
        i01.Store(places + 16);
        i10.Store(places + 32);
        i11.Store(places + 48);
        var smooth = Smooth;
        for (var lane = 0; lane < 16; lane++)
        {
            Wide record;
            if ((found >> lane & 1) != 0)
            {
                record = Vector512.Load(smooth + 16 * places[lane]) * weights[lane];
                record = Fma(Vector512.Load(smooth + 16 * places[lane + 16]), All(weights[lane + 16]), record);
                record = Fma(Vector512.Load(smooth + 16 * places[lane + 32]), All(weights[lane + 32]), record);
                record = Fma(Vector512.Load(smooth + 16 * places[lane + 48]), All(weights[lane + 48]), record);
            }
            else
            {
                record = (Bits(lost) >> lane & 1) != 0
                    ? Search(left.GetElement(lane), top.GetElement(lane), id.GetElement(lane))
                    : Unknown(id.GetElement(lane));
            }

            record.Store(rows + 16 * lane);
        }

        Unpack(rows, out visible);
    }

    /// <summary>As <see cref="Read"/>, from the one nearest record: enough for what is seen in mirrors.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadNearest(in Lens lens, in Wide3 point, WideInt id, Wide mask, out Visibility visible)
    {
        var depth = lens.Project(point, out var px, out var py);
        var x = Vector512.ConvertToInt32(Min(Max(px * 0.5f, Wide.Zero), All(Columns - 1)));
        var y = Vector512.ConvertToInt32(Min(Max(py * 0.5f, Wide.Zero), All(Rows - 1)));
        var at = y * Columns + x;
        var same = Vector512.Equals(Gather(Ids, at), id).AsSingle() & mask;
        var near = Vector512.LessThan(Vector512.Abs(Gather(Guides + 3, at * 4) - depth), depth * 0.03f);
        var found = Bits(same & near);
        var rows = stackalloc float[256];
        var places = stackalloc int[16];
        at.Store(places);
        for (var lane = 0; lane < 16; lane++)
            ((found >> lane & 1) != 0 ? Vector512.Load(Smooth + 16 * places[lane]) : HiddenBody).Store(rows + 16 * lane);
        Unpack(rows, out visible);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unpack(float* rows, out Visibility visible)
    {
        var column = Vector512.ConvertToInt32(Ramp * 16);
        visible.Lamp0 = Gather(rows, column);
        visible.Lamp1 = Gather(rows + 1, column);
        visible.Lamp2 = Gather(rows + 2, column);
        visible.Lamp3 = Gather(rows + 3, column);
        visible.Sky = Gather(rows + 4, column);
        visible.Bounce = new Wide3(Gather(rows + 5, column), Gather(rows + 6, column), Gather(rows + 7, column));
        visible.Mirror = new Wide3(Gather(rows + 8, column), Gather(rows + 9, column), Gather(rows + 10, column));
        visible.MirrorCover = Gather(rows + 11, column);
    }


    private static Wide HiddenBody => Vector512.Create(1f, 1, 1, 1, 0.8f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private Wide Unknown(int id) => id == GroundId ? hiddenGround : HiddenBody;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Weight(WideInt at, WideInt id, bool bodies, in Wide3 normal, Wide depth, Wide weight)
    {
        var same = Vector512.Equals(Gather(Ids, at), id).AsSingle();
        if (!bodies) return (weight + All(0.002f)) & same;
        var guide = Guides;
        var four = at * 4;
        var alike = Fma(Gather(guide, four), normal.X, Fma(Gather(guide + 1, four), normal.Y, Gather(guide + 2, four) * normal.Z));
        alike = Saturate(Fma(alike, All(2), All(-1)));
        var apart = Vector512.Abs(Gather(guide + 3, four) - depth) * Inverse(depth * 0.05f);
        var near = Select(Vector512.Equals(id, Vector512.Create(GroundId)).AsSingle(), Wide.One, Saturate(All(1.5f) - apart) * alike);
        return (weight + All(0.002f)) * near & same;
    }

    /// <summary>The nearest record of a surface that is hidden at a place: rings of eight, growing.</summary>
    private Wide Search(int x, int y, int id)
    {
        for (var ring = 1; ring <= 32; ring *= 2)
        {
            var sum = Wide.Zero;
            var count = 0;
            for (var k = 0; k < 9; k++)
            {
                var (cx, cy) = (x + (k % 3 - 1) * ring, y + (k / 3 - 1) * ring);
                if (cx < 0 || cy < 0 || cx >= Columns || cy >= Rows || Ids[cy * Columns + cx] != id) continue;
                sum += Vector512.Load(Smooth + 16 * (cy * Columns + cx));
                count++;
            }

            if (count > 0) return sum * (1f / count);
        }

        return Unknown(id);
    }

    private static float* Pin(float[] array) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
