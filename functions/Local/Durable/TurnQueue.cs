using System.Threading.Channels;

namespace SoraFunctions.Local.Durable;

/// <summary>Gives instances their turns: a few at a time, first come, first served.</summary>
/// <param name="width">Turns at a time.</param>
internal sealed class TurnQueue(int width)
{
    private readonly Channel<LiveInstance> _queue = Channel.CreateUnbounded<LiveInstance>();
    private Task _loops = Task.CompletedTask;

    public void Start() => _loops = Task.WhenAll(Enumerable.Range(0, width).Select(_ => Task.Run(Loop)));

    public void Add(LiveInstance instance) => _queue.Writer.TryWrite(instance);

    /// <summary>Ends after the turns in progress; those not begun are left to the next start.</summary>
    public async Task Stop()
    {
        _queue.Writer.TryComplete();
        while (_queue.Reader.TryRead(out _))
        {
        }

        await _loops;
    }

    private async Task Loop()
    {
        await foreach (var instance in _queue.Reader.ReadAllAsync())
        {
            instance.Turn();
        }
    }
}
