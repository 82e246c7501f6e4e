namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// Looks for a mark in the frames of a film that may have been coded again, scaled, cut or shortened. All frames have one size. Not for
/// several threads at once.
/// </summary>
/// <remarks>
/// Guides are keyed signs, independent of what is filmed, so that their correlation with any picture, divided by that picture's norm,
/// passes t either way by chance with a probability of at most 2 exp(-t²/2) (Hoeffding 1963). With all sizes, places and phases that are tried (5
/// times 10^7, and as many within black bars) and 16 check bits, <see cref="Threshold"/> keeps a film without this key's mark from being taken for one to below 10^-9.
/// </remarks>
public sealed class WatermarkReader
{
    /// <summary>Standard deviations that the guides must stand above chance.</summary>
    public const double Threshold = 7.6;

    /// <summary>Fewest pixels that a picture must have each way.</summary>
    public const int LeastSide = 64;

    private const int Bins = 8;
    private const int WorkingShortSide = 360;
    private const double Step = 1.0025;
    private const double Smallest = 1 / 2.2;
    private const double Largest = 2.2;

    private readonly WatermarkKey _key;
    private readonly WatermarkTile _tile;
    private readonly int _width;
    private readonly int _height;
    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly float[] _picture;
    private readonly float[][] _bins;
    private readonly Whitening _whitening;
    private readonly CellFold _fold;
    private readonly Fourier _fourier = new(CellFold.Side);
    private readonly float[] _first = new float[CellFold.Side * CellFold.Side];
    private readonly float[] _second = new float[CellFold.Side * CellFold.Side];
    private readonly float[] _real = new float[CellFold.Side * CellFold.Side];
    private readonly float[] _imaginary = new float[CellFold.Side * CellFold.Side];
    private readonly float[] _values = new float[WatermarkTile.Cells];
    private readonly float[] _guideReal;
    private readonly float[] _guideImaginary;
    private readonly (int From, int To)[] _across;
    private readonly (int From, int To)[] _down;
    private bool _isBegun;
    private (BlackBars Bars, byte[] Luma, WatermarkReader Reader)? _within;

    /// <summary>A reader of films of that size.</summary>
    /// <param name="key">The key of the marks that are looked for.</param>
    /// <param name="width">Width in pixels, at least <see cref="LeastSide"/>.</param>
    /// <param name="height">Height in pixels, at least <see cref="LeastSide"/>.</param>
    public WatermarkReader(WatermarkKey key, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, LeastSide);
        (_key, _tile) = (key, new WatermarkTile(key));
        (_sourceWidth, _sourceHeight) = (width, height);
        var scale = Math.Min(1, WorkingShortSide / (double)Math.Min(width, height));
        (_width, _height) = ((int)Math.Round(width * scale), (int)Math.Round(height * scale));
        (_across, _down) = (Spans(width, _width), Spans(height, _height));
        _picture = new float[_width * _height];
        _bins = [.. Enumerable.Range(0, Bins).Select(_ => new float[_picture.Length])];
        _whitening = new Whitening(_width, _height);
        _fold = new CellFold(_width, _height);
        (_guideReal, _guideImaginary) = Guides();
    }

    /// <summary>Looks at a frame.</summary>
    /// <param name="luma">One byte a pixel, rows from the top.</param>
    /// <param name="seconds">When it is shown.</param>
    public void Add(ReadOnlySpan<byte> luma, double seconds)
    {
        if (!_isBegun && luma.ContainsAnyExceptInRange(luma[0], luma[0]))
        {
            _isBegun = true;
            if (BlackBars.Around(luma, _sourceWidth, _sourceHeight, LeastSide) is { } found)
                _within = (found, new byte[found.Width * found.Height], new WatermarkReader(_key, found.Width, found.Height) { _isBegun = true });
        }

        if (_within is { } within)
        {
            within.Bars.Cut(luma, _sourceWidth, within.Luma);
            within.Reader.Add(within.Luma, seconds);
        }

        Reduce(luma);
        _whitening.Apply(_picture, Math.Max(2, (int)Math.Round(2.5 * Math.Min(_width, _height) / WatermarkTile.CellsOfShortSide)));
        var cycles = seconds / WatermarkPattern.Cycle;
        var bin = _bins[(int)((cycles - Math.Floor(cycles)) * Bins) % Bins];
        for (var i = 0; i < bin.Length; i++)
            bin[i] += _picture[i];
    }

    /// <summary>The mark of the frames so far; null when none is found.</summary>
    public WatermarkFinding? Find() => Search().Found;

    /// <summary>The mark, and the highest correlation that any guess had.</summary>
    internal (WatermarkFinding? Found, double Best) Search()
    {
        // What is within bars is a film whose cells are larger, for it is made less small.
        var (mark, best) = _within?.Reader.Search() ?? default;
        if (mark is not null)
            return (mark, best);
        var usual = Math.Min(_width, _height) / (double)WatermarkTile.CellsOfShortSide;
        var sums = Sums();
        foreach (var ratio in Ratios())
        {
            for (var pair = 0; pair < sums.Length; pair += 2)
            {
                var (first, second) = (sums[pair], sums[Math.Min(pair + 1, sums.Length - 1)]);
                foreach (var (found, strength) in Try(first, second, usual * ratio))
                {
                    best = Math.Max(best, strength);
                    if (found is { } id)
                        return Refined(first, second, usual * ratio, (id, strength));
                }
            }
        }

        return (null, best);
    }

    /// <summary>The size of a cell at which a mark that was found stands out most: the first that shows it need not be that.</summary>
    private (WatermarkFinding? Found, double Best) Refined(float[] first, float[] second, double cell, (WatermarkId Id, double Strength) mark)
    {
        foreach (var step in (ReadOnlySpan<double>)[Step, 1 / Step, Math.Sqrt(Step), Math.Sqrt(1 / Step)])
        {
            for (var better = true; better;)
            {
                var next = Try(first, second, cell * step).Where(one => one.Found == mark.Id).Select(one => one.Strength).DefaultIfEmpty().Max();
                better = next > mark.Strength;
                if (better)
                    (cell, mark.Strength) = (cell * step, next);
            }
        }

        return (new WatermarkFinding(mark.Id, mark.Strength, cell * _sourceWidth / _width), mark.Strength);
    }

    /// <summary>The film added up for each phase that the mark may come and go in, and once for stills, which have none.</summary>
    private float[][] Sums()
    {
        var sums = new float[Bins / 2 + 1][];
        for (var phase = 0; phase < sums.Length; phase++)
        {
            var sum = sums[phase] = new float[_picture.Length];
            for (var b = 0; b < Bins; b++)
            {
                var sign = phase == Bins / 2 || (b - phase + Bins) % Bins < Bins / 2 ? 1 : -1;
                var bin = _bins[b];
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += sign * bin[i];
            }
        }

        return sums;
    }

    /// <summary>Tries two pictures at once: as real and imaginary part they are correlated for the price of one.</summary>
    private (WatermarkId? Found, double Strength)[] Try(float[] first, float[] second, double cell)
    {
        _fold.Fold(first, cell, _first);
        _fold.Fold(second, cell, _second);
        _first.CopyTo(_real, 0);
        _second.CopyTo(_imaginary, 0);
        _fourier.Transform(_real, _imaginary, false);
        for (var i = 0; i < _real.Length; i++)
        {
            var (re, im) = (_real[i], _imaginary[i]);
            _real[i] = re * _guideReal[i] + im * _guideImaginary[i];
            _imaginary[i] = im * _guideReal[i] - re * _guideImaginary[i];
        }

        _fourier.Transform(_real, _imaginary, true);
        return [Judge(_first, _real), Judge(_second, _imaginary)];
    }

    /// <summary>How high the guides stand at the place that fits best, and what is written there.</summary>
    private (WatermarkId? Found, double Strength) Judge(float[] folded, float[] correlation)
    {
        var peak = 0;
        for (var i = 1; i < correlation.Length; i++)
        {
            if (Math.Abs(correlation[i]) > Math.Abs(correlation[peak]))
                peak = i;
        }

        Collect(folded, peak % CellFold.Side, peak / CellFold.Side);
        var (dot, norm) = (0.0, 0.0);
        foreach (var guide in _tile.GuideCells)
        {
            dot += _values[guide] * _tile.SignOf(guide);
            norm += _values[guide] * _values[guide];
        }

        var strength = Math.Abs(dot) / Math.Sqrt(Math.Max(norm, 1e-12));
        if (strength < Threshold)
            return (null, strength);
        for (var i = 0; dot < 0 && i < _values.Length; i++)
            _values[i] = -_values[i];
        return (WatermarkMessage.Decode(_tile.Collect(_values)), strength);
    }

    /// <summary>Reads each cell of a tile that begins at a place of what was folded.</summary>
    private void Collect(float[] folded, int left, int top)
    {
        for (var y = 0; y < WatermarkTile.Side; y++)
        {
            var row = (top + 2 * y) % CellFold.Side * CellFold.Side;
            for (var x = 0; x < WatermarkTile.Side; x++)
                _values[y * WatermarkTile.Side + x] = folded[row + (left + 2 * x) % CellFold.Side];
        }
    }

    /// <summary>Sizes of a cell beside the usual one, the likely ones first.</summary>
    private static IEnumerable<double> Ratios()
    {
        yield return 1;
        for (var k = 1; Math.Pow(Step, k) <= Largest; k++)
        {
            yield return Math.Pow(Step, k);
            if (Math.Pow(Step, -k) >= Smallest)
                yield return Math.Pow(Step, -k);
        }
    }

    private (float[] Real, float[] Imaginary) Guides()
    {
        var real = new float[CellFold.Side * CellFold.Side];
        var imaginary = new float[real.Length];
        foreach (var guide in _tile.GuideCells)
            real[guide / WatermarkTile.Side * 2 * CellFold.Side + guide % WatermarkTile.Side * 2] = _tile.SignOf(guide);
        _fourier.Transform(real, imaginary, false);
        return (real, imaginary);
    }

    private void Reduce(ReadOnlySpan<byte> luma)
    {
        for (var y = 0; y < _height; y++)
        {
            var (top, bottom) = _down[y];
            for (var x = 0; x < _width; x++)
            {
                var (left, right) = _across[x];
                var sum = 0;
                for (var v = top; v < bottom; v++)
                {
                    foreach (var value in luma.Slice(v * _sourceWidth + left, right - left))
                        sum += value;
                }

                _picture[y * _width + x] = sum / (float)((bottom - top) * (right - left));
            }
        }
    }

    private static (int, int)[] Spans(int from, int to)
    {
        var spans = new (int, int)[to];
        for (var i = 0; i < to; i++)
            spans[i] = ((int)((long)i * from / to), Math.Max((int)((long)i * from / to) + 1, (int)((long)(i + 1) * from / to)));
        return spans;
    }
}
