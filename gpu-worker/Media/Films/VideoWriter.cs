using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>
/// Encodes rendered frames into a silent clip: MPEG-4 Visual in MP4, BT.709 limited range, constant frame rate, every frame a key frame.
/// The quality is high enough to be encoded once more in the cut, or by <see cref="PlayableCopy"/> for players that know only H.264.
/// The same frames give the same bytes. One writer, one thread at a time: <see cref="Rent"/>, fill, <see cref="Write"/>, ... <see cref="Complete"/>. Disposing before completion leaves no file.
/// </summary>
public sealed class VideoWriter : IAsyncDisposable
{
    private const int QueueLength = 4;

    private readonly string _path;
    private readonly string _partial;
    private readonly int _frameBytes;
    private readonly MediaProcess _process;
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly Channel<byte[]> _queue = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private bool _completed;

    /// <summary>Starts a clip.</summary>
    /// <param name="path">The file to make; it appears when the clip is complete.</param>
    /// <param name="format">The raster; width and height are even.</param>
    public VideoWriter(string path, FrameFormat format)
    {
        if (format.Width % 2 != 0 || format.Height % 2 != 0)
            throw new ArgumentException($"Width and height must be even, not {format.Width} x {format.Height}.", nameof(format));
        _path = path;
        _partial = path + ".part";
        _frameBytes = format.Width * format.Height * 3 / 2;
        var rate = format.FramesPerSecond.ToString(CultureInfo.InvariantCulture);
        _process = Ffmpeg.Start(
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{format.Width}x{format.Height}", "-r", rate, "-i", "pipe:0",
            .. Encoding.Bt709, .. Encoding.Clip(format.FramesPerSecond), "-f", "mp4", _partial,
        ]);
        _pump = Task.Run(Pump);
    }

    /// <summary>
    /// A buffer for one frame, planar I420: Y (width x height), then U, then V (each half of both). Its content is left over from
    /// an earlier frame. It goes back by <see cref="Write"/>.
    /// </summary>
    public byte[] Rent() => _free.TryTake(out var frame) ? frame : GC.AllocateUninitializedArray<byte>(_frameBytes);

    /// <summary>Hands a frame over; the writer owns the buffer from here on. Waits while the encoder is behind.</summary>
    /// <param name="frame">A buffer from <see cref="Rent"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask Write(byte[] frame, CancellationToken cancellation)
    {
        if (frame.Length != _frameBytes)
            throw new ArgumentException($"A frame has {_frameBytes} bytes, not {frame.Length}.", nameof(frame));
        try
        {
            await _queue.Writer.WriteAsync(frame, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            await _pump.ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finishes the clip: when this returns, the file is whole.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task Complete(CancellationToken cancellation)
    {
        _queue.Writer.TryComplete();
        await _pump.WaitAsync(cancellation).ConfigureAwait(false);
        await _process.Finish(cancellation).ConfigureAwait(false);
        File.Move(_partial, _path, overwrite: true);
        _completed = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        if (!_completed && File.Exists(_partial))
            File.Delete(_partial);
    }

    private async Task Pump()
    {
        try
        {
            await foreach (var frame in _queue.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                await _process.Input.WriteAsync(frame, _stop.Token).ConfigureAwait(false);
                _free.Add(frame);
            }

            _process.Input.Close();
        }
        catch (IOException)
        {
            // The pipe broke because the encoder ended: its own words say why.
            _queue.Writer.TryComplete();
            await _process.Finish(_stop.Token).ConfigureAwait(false);
            throw;
        }
    }
}
