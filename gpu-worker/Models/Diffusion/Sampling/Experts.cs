using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>
/// The denoisers of a package: one, or two of which the second takes over when little noise is left (Wan 2.2). The first is given back before the
/// second is rented, so that both need not fit into memory.
/// </summary>
internal sealed class Experts(SessionPool pool, ModelPackage package, Family family, SamplingOrder order) : IDisposable
{
    private readonly PackagePart[] _parts = [.. package.Parts.Where(part => part.Kind == PartKind.Denoiser)];
    private Denoiser? _current;
    private int _index = -1;

    /// <summary>The denoiser of a step.</summary>
    /// <param name="second">Whether the second one's turn has come.</param>
    public Denoiser For(bool second)
    {
        var index = second ? Math.Min(1, _parts.Length - 1) : 0;
        if (_current is not null && _index == index)
            return _current;
        _current?.Dispose();
        _current = null;
        var lease = pool.Rent(_parts[index].Path);
        try
        {
            var window = order.Shape with { Frames = Math.Min(order.Shape.Frames, order.WindowFrames) };
            var extra = (order.Known?.Channels.Length ?? 0) / order.Shape.Volume;
            (_current, _index) = (new(lease, _parts[index], family, window, extra, order.Known?.Image ?? [], (order.Prompt, order.Negative), order.Guidance), index);
            return _current;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();
}
