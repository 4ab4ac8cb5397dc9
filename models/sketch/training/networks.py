"""The three networks of Sketch, as diffusers and transformers build them."""

import torch
from diffusers import AutoencoderKL, DDIMScheduler, UNet2DConditionModel
from diffusers.models.attention_processor import AttnProcessor
from torch import nn
from transformers import CLIPTextConfig, CLIPTextModel

SIDE = 128
TOKENS = 32
WIDTH = 192
LATENT_CHANNELS = 8


def text_encoder(vocabulary: int, start: int, end: int) -> CLIPTextModel:
    """Three layers of CLIP's text transformer over at most `TOKENS` tokens."""
    config = CLIPTextConfig(
        vocab_size=vocabulary,
        hidden_size=WIDTH,
        intermediate_size=4 * WIDTH,
        projection_dim=WIDTH,
        num_hidden_layers=3,
        num_attention_heads=6,
        max_position_embeddings=TOKENS,
        hidden_act='quick_gelu',
        bos_token_id=start,
        eos_token_id=end,
        pad_token_id=end,
    )
    return CLIPTextModel(config)


def autoencoder() -> AutoencoderKL:
    """
    Pictures of 128 x 128 x 3 to latents of 16 x 16 x 8 and back, by convolutions alone, so that it can be trained on
    parts of pictures; it begins shallow and with a quiet posterior.
    """
    network = AutoencoderKL(
        in_channels=3,
        out_channels=3,
        latent_channels=LATENT_CHANNELS,
        sample_size=SIDE,
        layers_per_block=1,
        block_out_channels=AUTOENCODER_CHANNELS,
        down_block_types=('DownEncoderBlock2D',) * 4,
        up_block_types=('UpDecoderBlock2D',) * 4,
        norm_num_groups=8,
        mid_block_add_attention=False,
        scaling_factor=1.0,
    )
    silence_residuals(network)
    nn.init.constant_(network.quant_conv.bias.data[LATENT_CHANNELS:], -5.0)
    return network


AUTOENCODER_CHANNELS = (32, 64, 96, 128)


def unet() -> UNet2DConditionModel:
    """Predicts the velocity of 16 x 16 x 8 latents, led by a caption through cross-attention at 8 and 4 pixels."""
    network = UNet2DConditionModel(
        sample_size=SIDE // 8,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        layers_per_block=1,
        block_out_channels=(64, 128, 192),
        down_block_types=('DownBlock2D', 'CrossAttnDownBlock2D', 'CrossAttnDownBlock2D'),
        up_block_types=('CrossAttnUpBlock2D', 'CrossAttnUpBlock2D', 'UpBlock2D'),
        cross_attention_dim=WIDTH,
        # diffusers reads this as the number of heads.
        attention_head_dim=(2, 4, 6),
        norm_num_groups=16,
    )
    # Plain attention is twice as fast backwards on a processor as the fused one at these sizes.
    network.set_attn_processor(AttnProcessor())
    silence_residuals(network)
    nn.init.zeros_(network.conv_out.weight)
    nn.init.zeros_(network.conv_out.bias)
    for name, module in network.named_modules():
        if name.endswith('attentions.0'):
            nn.init.normal_(module.proj_out.weight, std=0.02)
        if name.endswith('attn2'):
            module.to_q.weight.data.mul_(2)
            module.to_k.weight.data.mul_(2)
    return network


def scheduler() -> DDIMScheduler:
    """Velocity prediction down to no signal at all, so that flat black and white come out exact (Lin et al. 2023)."""
    return DDIMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule='scaled_linear',
        prediction_type='v_prediction',
        rescale_betas_zero_snr=True,
        timestep_spacing='trailing',
        clip_sample=False,
        set_alpha_to_one=True,
        steps_offset=1,
    )


def silence_residuals(network: nn.Module) -> None:
    """Starts every residual block as the identity."""
    for name, module in network.named_modules():
        if name.endswith('conv2') and isinstance(module, nn.Conv2d):
            nn.init.zeros_(module.weight)
            nn.init.zeros_(module.bias)


def size_of(network: nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def bf16(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.to(torch.bfloat16).contiguous(memory_format=torch.channels_last)
