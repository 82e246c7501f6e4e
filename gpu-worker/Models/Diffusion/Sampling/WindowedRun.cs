using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>Runs a denoiser over the windows of a clip and blends what it says of each.</summary>
internal sealed class WindowedRun
{
    private readonly SamplingOrder _order;
    private readonly IReadOnlyList<Piece> _windows;
    private readonly LatentShape _extra;
    private readonly float[] _sample, _said, _weights;

    public WindowedRun(SamplingOrder order)
    {
        _order = order;
        var shape = order.Shape;
        _windows = Piece.Cover(shape.Frames, order.WindowFrames, order.WindowOverlap);
        _extra = shape with { Channels = (order.Known?.Channels.Length ?? 0) / shape.Volume };
        var window = _windows[0].Length * shape.Area;
        _sample = new float[(shape.Channels + _extra.Channels) * window];
        _said = new float[shape.Channels * window];
        _weights = new float[shape.Frames];
        foreach (var piece in _windows)
            for (var i = 0; i < piece.Length; i++)
                _weights[piece.Start + i] += piece.Weight(i);
    }

    /// <summary>Says what is to be done with the latents of the whole clip.</summary>
    public void Run(Denoiser denoiser, ReadOnlySpan<float> latents, float timestep, double scale, Span<float> said, CancellationToken cancellation)
    {
        said.Clear();
        foreach (var window in _windows)
        {
            var shape = _order.Shape;
            shape.CopyFrames(latents, window.Start, _sample.AsSpan(0, _said.Length));
            if (_extra.Channels > 0)
                _extra.CopyFrames(_order.Known!.Channels, window.Start, _sample.AsSpan(_said.Length));
            var clean = window.Start == 0 && _order.Known is { FirstFrame.Length: > 0 } ? 1 : 0;
            denoiser.Run(_sample, timestep, clean, scale, _said, cancellation);
            Add(window, said);
        }
    }

    private void Add(Piece window, Span<float> said)
    {
        var shape = _order.Shape;
        for (var channel = 0; channel < shape.Channels; channel++)
            for (var frame = 0; frame < window.Length; frame++)
            {
                var weight = window.Weight(frame) / _weights[window.Start + frame];
                var from = _said.AsSpan((channel * window.Length + frame) * shape.Area, shape.Area);
                var to = said.Slice(channel * shape.Volume + (window.Start + frame) * shape.Area, shape.Area);
                for (var i = 0; i < from.Length; i++)
                    to[i] += weight * from[i];
            }
    }
}
