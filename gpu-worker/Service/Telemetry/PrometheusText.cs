using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace SoraFunctions.Service.Telemetry;

/// <summary>
/// Adds up what a meter's instruments measure and writes it in Prometheus' text format, version 0.0.4: dots become underscores, counters
/// end in <c>_total</c>, and histograms have the usual buckets for seconds.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly double[] _buckets = [0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];

    private readonly MeterListener _listener;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, Series>> _series = [];

    /// <summary>Listens.</summary>
    /// <param name="meter">The meter's name.</param>
    /// <param name="scope">Of meters that belong to somebody, those of this one alone are heard.</param>
    public PrometheusText(string meter, object scope)
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter && (instrument.Meter.Scope is null || instrument.Meter.Scope == scope))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything so far.</summary>
    public string Write()
    {
        lock (_lock)
        {
            // What was observed before and is not any more stands at nothing.
            foreach (var series in _series.Where(one => _instruments[one.Key].IsObservable).SelectMany(one => one.Value.Values))
            {
                series.Sum = 0;
            }
        }

        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var (name, instrument) in _instruments)
            {
                Write(text, NameOf(instrument), instrument, _series[name]);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}=\"{Escape(tag.Value?.ToString() ?? "")}\""));
        lock (_lock)
        {
            if (_instruments.TryAdd(instrument.Name, instrument))
            {
                _series[instrument.Name] = new SortedDictionary<string, Series>(StringComparer.Ordinal);
            }

            if (!_series[instrument.Name].TryGetValue(labels, out var series))
            {
                _series[instrument.Name][labels] = series = new Series(new long[_buckets.Length]);
            }

            series.Take(value, instrument.IsObservable);
        }
    }

    private static void Write(StringBuilder text, string name, Instrument instrument, SortedDictionary<string, Series> all)
    {
        var kind = instrument.IsObservable ? "gauge" : instrument is Counter<long> ? "counter" : "histogram";
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {kind}\n");
        foreach (var (labels, series) in all)
        {
            if (kind == "histogram")
            {
                for (var bucket = 0; bucket < _buckets.Length; bucket++)
                {
                    Line(text, name + "_bucket", Joined(labels, string.Create(CultureInfo.InvariantCulture, $"le=\"{_buckets[bucket]}\"")), series.Buckets[bucket]);
                }

                Line(text, name + "_bucket", Joined(labels, "le=\"+Inf\""), series.Count);
                Line(text, name + "_sum", labels, series.Sum);
                Line(text, name + "_count", labels, series.Count);
            }
            else
            {
                Line(text, name, labels, series.Sum);
            }
        }
    }

    private static void Line(StringBuilder text, string name, string labels, double value) => text.Append(
        CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value}\n");

    private static string Joined(string labels, string more) => labels.Length > 0 ? $"{labels},{more}" : more;

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument.Name.Replace('.', '_') + unit + (instrument is Counter<long> ? "_total" : "");
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");

    private sealed class Series(long[] buckets)
    {
        public long[] Buckets => buckets;

        public long Count { get; private set; }

        public double Sum { get; set; }

        public void Take(double value, bool replaces)
        {
            Sum = replaces ? value : Sum + value;
            Count++;
            for (var bucket = 0; bucket < buckets.Length; bucket++)
            {
                buckets[bucket] += value <= _buckets[bucket] ? 1 : 0;
            }
        }
    }
}
