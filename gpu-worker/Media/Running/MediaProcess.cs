using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace SoraFunctions.Media.Running;

/// <summary>One external program at work, with its streams; disposing kills what still runs and waits for it.</summary>
internal sealed class MediaProcess : IAsyncDisposable
{
    private const int TailLines = 12;

    private static readonly ConcurrentDictionary<MediaProcess, bool> _running = new();

    private readonly Process _process;
    private readonly Task<string> _complaints;

    private MediaProcess(Process process)
    {
        _process = process;
        _complaints = ReadTail(process.StandardError);
        _running[this] = true;
    }

    /// <summary>Bytes of memory that all programs at work take.</summary>
    public static long WorkingSet => _running.Keys.Sum(program => program.Memory);

    private long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64;
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
            {
                return 0;
            }
        }
    }

    /// <summary>What the program reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What the program writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    public static MediaProcess Start(string program, IEnumerable<string> arguments, string folder = "")
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            return new MediaProcess(Process.Start(start)!);
        }
        catch (Win32Exception problem)
        {
            throw new FfmpegException(
                $"'{program}' can't be started ({problem.Message}). Install it on the PATH, or name ffmpeg in SORA_FFMPEG.", problem);
        }
    }

    /// <summary>Closes the input, gives the whole output, and waits for a good end.</summary>
    public async Task<byte[]> ReadToEnd(CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(Kill);
        _process.StandardInput.Close();
        using var all = new MemoryStream();
        await Output.CopyToAsync(all, cancellation).ConfigureAwait(false);
        await Finish(cancellation).ConfigureAwait(false);
        return all.ToArray();
    }

    /// <summary>Waits for the end, and fails with the program's last words when it was not a good one.</summary>
    public async Task Finish(CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(Kill);
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        var complaints = await _complaints.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (_process.ExitCode != 0)
        {
            var name = Path.GetFileNameWithoutExtension(_process.StartInfo.FileName);
            throw new FfmpegException($"{name} ended with code {_process.ExitCode}: {complaints}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _running.TryRemove(this, out _);
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await _complaints.ConfigureAwait(false);
        _process.Dispose();
    }

    private void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    private static async Task<string> ReadTail(StreamReader reader)
    {
        var tail = new Queue<string>();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            tail.Enqueue(line);
            if (tail.Count > TailLines)
                tail.Dequeue();
        }

        return string.Join('\n', tail);
    }
}
