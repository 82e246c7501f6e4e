using System.Text.Json;

namespace SoraFunctions.Models.Schedulers;

/// <summary>Reads a scheduler_config.json of the diffusers layout. A key that is absent has the default of its class there.</summary>
public static class SchedulerConfig
{
    private static readonly Dictionary<string, BetaCurve> Curves = new()
    {
        ["linear"] = BetaCurve.Linear,
        ["scaled_linear"] = BetaCurve.ScaledLinear,
        ["squaredcos_cap_v2"] = BetaCurve.Cosine,
    };

    private static readonly Dictionary<string, TimestepSpacing> Spacings = new()
    {
        ["linspace"] = TimestepSpacing.Linspace,
        ["leading"] = TimestepSpacing.Leading,
        ["trailing"] = TimestepSpacing.Trailing,
    };

    // Whether the shift is given by its logarithm.
    private static readonly Dictionary<string, bool> Shifts = new() { ["exponential"] = true, ["linear"] = false };

    private static readonly Dictionary<string, bool> FinalSigmas = new() { ["zero"] = true, ["sigma_min"] = false };

    private static readonly Dictionary<string, Prediction> Predictions = new()
    {
        ["epsilon"] = Prediction.Noise,
        ["v_prediction"] = Prediction.Velocity,
        ["sample"] = Prediction.Sample,
        ["flow_prediction"] = Prediction.Flow,
    };

    /// <summary>The scheduler that a config names.</summary>
    /// <param name="config">The root of the document.</param>
    /// <exception cref="NotSupportedException">The class, or a setting that would change the picture, is not known; the message names it.</exception>
    public static IScheduler Read(JsonElement config)
    {
        var values = new SchedulerValues(config);
        return values.Text("_class_name", "") switch
        {
            "FlowMatchEulerDiscreteScheduler" => FlowMatchEuler(values),
            "UniPCMultistepScheduler" => UniPc(values),
            "DPMSolverMultistepScheduler" => DpmSolver(values),
            "DDIMScheduler" => Ddim(values, 0.0001, 0.02, "linear", 1),
            "CogVideoXDDIMScheduler" => Ddim(values, 0.00085, 0.012, "scaled_linear", values.Number("snr_shift_scale", 3)) with { ClipRange = null },
            "" => throw new NotSupportedException("the scheduler's config names no class (_class_name)"),
            var other => throw new NotSupportedException($"the scheduler {other} is not known; known are FlowMatchEulerDiscreteScheduler, "
                + "UniPCMultistepScheduler, DPMSolverMultistepScheduler, DDIMScheduler and CogVideoXDDIMScheduler"),
        };
    }

    private static FlowMatchEuler FlowMatchEuler(SchedulerValues values)
    {
        values.Refuse("use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas");
        return new()
        {
            TrainSteps = values.Whole("num_train_timesteps", 1000),
            Shift = values.Number("shift", 1),
            DynamicShift = values.Flag("use_dynamic_shifting") ? new(
                values.Number("base_shift", 0.5), values.Number("max_shift", 1.15),
                values.Whole("base_image_seq_len", 256), values.Whole("max_image_seq_len", 4096),
                values.Choice("time_shift_type", "exponential", Shifts)) : null,
            ShiftTerminal = values.NumberOrNull("shift_terminal") is { } terminal and not 0 ? terminal : null,
            InvertSigmas = values.Flag("invert_sigmas"),
            Stochastic = values.Flag("stochastic_sampling"),
        };
    }

    private static UniPc UniPc(SchedulerValues values)
    {
        values.Require("solver_type", "bh2", "bh2", "midpoint", "heun", "logrho");
        if (!values.Flag("predict_x0", true) || values.HasItems("disable_corrector") || values.NumberOrNull("shift_terminal") is > 0)
            throw new NotSupportedException("UniPC is known with predict_x0, the corrector at every step and no shift_terminal");
        return new() { Settings = Multistep(values) };
    }

    private static DpmSolver DpmSolver(SchedulerValues values)
    {
        values.Require("algorithm_type", "dpmsolver++", "dpmsolver++");
        values.Require("solver_type", "midpoint", "midpoint", "heun");
        values.Refuse("use_lu_lambdas");
        if (values.NumberOrNull("lambda_min_clipped") is not null)
            throw new NotSupportedException("the scheduler's lambda_min_clipped is not known");
        return new()
        {
            Settings = Multistep(values),
            Heun = values.Text("solver_type", "midpoint") == "heun",
            EulerAtFinal = values.Flag("euler_at_final"),
        };
    }

    private static MultistepSettings Multistep(SchedulerValues values)
    {
        values.Refuse("use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "thresholding", "use_dynamic_shifting");
        return new()
        {
            Variance = Variance(values, 0.0001, 0.02, "linear", 1),
            FlowShift = values.Flag("use_flow_sigmas") ? values.Number("flow_shift", 1) : null,
            Prediction = values.Choice("prediction_type", "epsilon", Predictions),
            Spacing = values.Choice("timestep_spacing", "linspace", Spacings),
            StepsOffset = values.Whole("steps_offset", 0),
            Order = values.Whole("solver_order", 2),
            FinalSigmaIsZero = values.Choice("final_sigmas_type", "zero", FinalSigmas),
            LowerOrderFinal = values.Flag("lower_order_final", true),
        };
    }

    private static Ddim Ddim(SchedulerValues values, double start, double end, string curve, double snrShift)
    {
        values.Refuse("thresholding");
        return new()
        {
            Variance = Variance(values, start, end, curve, snrShift),
            Prediction = values.Choice("prediction_type", "epsilon", Predictions),
            Spacing = values.Choice("timestep_spacing", "leading", Spacings),
            StepsOffset = values.Whole("steps_offset", 0),
            FinalSignalIsOne = values.Flag("set_alpha_to_one", true),
            ClipRange = values.Flag("clip_sample", true) ? (float)values.Number("clip_sample_range", 1) : null,
        };
    }

    private static VarianceSchedule Variance(SchedulerValues values, double start, double end, string curve, double snrShift)
    {
        if (values.HasItems("trained_betas"))
            throw new NotSupportedException("the scheduler's trained_betas are not known");
        return new()
        {
            TrainSteps = values.Whole("num_train_timesteps", 1000),
            Curve = values.Choice("beta_schedule", curve, Curves),
            Start = values.Number("beta_start", start),
            End = values.Number("beta_end", end),
            SnrShift = snrShift,
            ZeroTerminalSnr = values.Flag("rescale_betas_zero_snr"),
        };
    }
}
